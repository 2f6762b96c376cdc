import { expect, test } from 'vitest';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { foundEnterprise } from './found-enterprise.ts';
import type { FormAnswers, SubmissionContent } from './wire.ts';

const visit = (answers: FormAnswers, more: Partial<SubmissionContent> = {}) =>
  foundEnterprise(coreQuestionnaire, { answers, verdict: 'produces', ...more } as SubmissionContent);

test('a workshop found on the way is read out of the core questionnaire', () => {
  const found = visit(
    {
      business_name: ' Batik  Tiga ',
      owner_name: 'Siti Aminah',
      nik: '3375044507850003',
      phone: '0812-3456-7890',
      whose_phone: 'family',
      goods: 'batik fashion',
      main_product: 'Batik cap',
      nib: { answer: 'none_yet' },
      address: 'Gang 3',
    },
    { position: { latitude: -6.9, longitude: 109.7, accuracyM: 8, at: '2026-05-06T02:00:00Z' } },
  );
  expect(found).toMatchObject({
    name: 'Batik Tiga',
    ownerName: 'Siti Aminah',
    nik: '3375044507850003',
    phone: '+6281234567890',
    whosePhone: 'family',
    sector: 'batik',
    activity: 'Batik cap',
    nib: null,
    nibAnswer: 'none_yet',
    address: 'Gang 3',
    latitude: -6.9,
  });
});

test('a number that is none is left out, and why there is none is kept', () => {
  expect(visit({ nik: '33750445', phone: 'tidak hafal' })).toMatchObject({ nik: null, phone: null });
  expect(visit({ nik: { answer: 'declined' } })).toMatchObject({ nik: null, nikAnswer: 'declined' });
});

test('without a name it is known by its owner, its work, or not at all', () => {
  expect(visit({ owner_name: 'Bu Tini', main_product: 'Keripik' }).name).toBe('Bu Tini');
  expect(visit({ main_product: 'Keripik' }).name).toBe('Keripik');
  expect(visit({}).name).toBe('Tanpa nama');
  expect(visit({}, { verdict: 'services' }).sector).toBe('service');
});
