import { expect, test } from 'vitest';
import { participantOfCode } from './scanned-code.ts';

const one = {
  participantId: '01970f2e-5a00-7000-8000-00000000aa01',
  applicationId: '01970f2e-5a00-7000-8000-0000ab12cd34',
  status: 'confirmed' as const,
};
const two = { ...one, participantId: '01970f2e-5a00-7000-8000-00000000aa02', applicationId: null };

test.each([
  ['the address in the QR code', `https://dinas.example/saya/pendaftaran/${one.applicationId}?x=1`],
  ['the id alone', one.applicationId.toUpperCase()],
  ['the short code as read out', 'AB12 CD34'],
])('%s leads to who applied', (_name, code) => {
  expect(participantOfCode([one, two], code)).toBe(one);
});

test('nobody is marked by a code of somebody else, of one without a seat, or by half a code', () => {
  expect(participantOfCode([one], '01970f2e-5a00-7000-8000-000000000000')).toBeNull();
  expect(participantOfCode([{ ...one, status: 'left' }], one.applicationId)).toBeNull();
  expect(participantOfCode([one], 'cd34')).toBeNull();
  expect(participantOfCode([one], '')).toBeNull();
  expect(participantOfCode([{ ...one, applicationId: null }], 'null')).toBeNull();
});

test('where two would fit nobody is guessed', () => {
  const twin = { ...one, participantId: '01970f2e-5a00-7000-8000-00000000aa03' };
  expect(participantOfCode([one, twin], one.applicationId)).toBeNull();
});
