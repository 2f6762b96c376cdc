import { expect, test } from 'vitest';
import type { Form } from '#questionnaire/form.ts';
import { openNames, splitAnswers } from './split-answers.ts';

const form: Form = {
  id: 'uji',
  version: 1,
  title: 'Uji',
  defaultLanguage: 'id',
  lists: {},
  items: [
    { kind: 'text', name: 'business_name' },
    { kind: 'nib', name: 'nib' },
    {
      kind: 'group',
      name: 'owner',
      items: [
        { kind: 'nik', name: 'nik' },
        { kind: 'phone', name: 'phone' },
        { kind: 'text', name: 'no_kk', personal: true },
      ],
    },
    {
      kind: 'repeat',
      name: 'workers',
      items: [
        { kind: 'text', name: 'worker_name', personal: true },
        { kind: 'integer', name: 'wage' },
      ],
    },
  ],
};

test('NIK, phone and what a form calls personal are sealed, in sections and repeats too; a NIB is public', () => {
  const answers = {
    business_name: 'Batik Dua',
    nib: '1234567890123',
    nik: { answer: 'declined' },
    phone: '0812',
    no_kk: '3375',
    workers: '1',
    'workers[1]/worker_name': 'Ani',
    'workers[1]/wage': '50000',
  };
  expect(splitAnswers(openNames(form), answers)).toEqual({
    open: { business_name: 'Batik Dua', nib: '1234567890123', workers: '1', 'workers[1]/wage': '50000' },
    personal: { nik: { answer: 'declined' }, phone: '0812', no_kk: '3375', 'workers[1]/worker_name': 'Ani' },
  });
});

test('an answer to a question that the form does not have is sealed, not shown', () => {
  expect(splitAnswers(openNames(form), { what: 'ever' })).toEqual({ open: {}, personal: { what: 'ever' } });
});
