import { expect, test } from 'vitest';
import { enterprise } from '#likeness/factory.ts';
import { inOneEdition, type RecordOfEdition } from './likeness-records.ts';

const coded = (id: string, kbliVersion: string | null, kbli: string | null): RecordOfEdition => ({
  ...enterprise({ id, kbli }),
  kbliVersion,
});

test('activity codes are compared within the edition that most records have; the same digits mean another trade in another', () => {
  const records = [coded('a', '2025', '13133'), coded('b', '2020', '13133'), coded('c', '2025', '10794')];
  expect(inOneEdition(records).map(({ kbli }) => kbli)).toEqual(['13133', null, '10794']);
  expect(inOneEdition([coded('a', null, null)])[0]).not.toHaveProperty('kbliVersion');
});
