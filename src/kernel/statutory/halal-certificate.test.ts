import { expect, test } from 'vitest';
import { halalWarningText, parseHalalCertificate } from './halal-certificate.ts';

test.each([
  ['ID33110001234560325', 'ID33110001234560325', { year: 2025, month: 3 }, []],
  ['id 3311 0001 2345 60325', 'ID33110001234560325', { year: 2025, month: 3 }, []],
  ['ID33110001234561325', 'ID33110001234561325', null, ['month_impossible']],
  ['ID331100012345', 'ID331100012345', null, ['unusual_form']],
  ['33110001234560325', '33110001234560325', null, ['unusual_form']],
  ['KH.15120001234560325', 'KH15120001234560325', null, ['decree_number']],
  ['No. KH 1512', 'NOKH1512', null, ['decree_number']],
])('the halal number %j is kept; it is warned about, never refused', (text, number, month, warnings) => {
  expect(parseHalalCertificate(text)).toEqual({ ok: true, value: { number, month, warnings } });
});

test('an empty cell is no certificate', () => {
  expect(parseHalalCertificate('  ')).toEqual({ ok: false, refusal: 'blank' });
  expect(parseHalalCertificate('-')).toEqual({ ok: false, refusal: 'blank' });
});

test('the officer is told where to look', () => {
  expect(halalWarningText('decree_number', 'id')).toContain('diawali ID');
  expect(halalWarningText('decree_number', 'en')).toContain('begins with ID');
});
