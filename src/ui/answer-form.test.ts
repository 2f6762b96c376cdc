import { expect, test } from 'vitest';
import { readAnswer } from './answer-form.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('a NIK typed without moving the mark is a known NIK', () => {
  expect(readAnswer(form({ nik: ' 3375 ', nik_answer: 'unknown' }), 'nik')).toEqual({
    answer: 'known',
    value: '3375',
  });
});

test('an owner who does not want to show it leaves no number behind', () => {
  expect(readAnswer(form({ nik: '3375', nik_answer: 'declined' }), 'nik')).toEqual({
    answer: 'declined',
    value: '',
  });
});

test('a field that was not sent was not asked', () => {
  expect(readAnswer(form({}), 'nik')).toEqual({ answer: 'unknown', value: '' });
});

test('known without a value stays known, so that the form can ask for it', () => {
  expect(readAnswer(form({ nik: '', nik_answer: 'known' }), 'nik')).toEqual({ answer: 'known', value: '' });
});
