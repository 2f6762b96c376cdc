import { expect, test } from 'vitest';
import { defineMessages, messagesFor } from './language.ts';

const texts = defineMessages({
  id: { save: 'Simpan', found: (params: { count: number }) => `${params.count} usaha` },
  en: { save: 'Save', found: (params) => `${params.count} enterprises` },
});

test('the officer reads each text in the chosen language', () => {
  expect(messagesFor(texts, 'id').save).toBe('Simpan');
  expect(messagesFor(texts, 'en').save).toBe('Save');
  expect(messagesFor(texts, 'id').found({ count: 3 })).toBe('3 usaha');
  expect(messagesFor(texts, 'en').found({ count: 3 })).toBe('3 enterprises');
});

test('an English catalogue that differs in keys or parameters does not compile', () => {
  // The compiler is the assertion: an unused @ts-expect-error is itself a type error.
  // @ts-expect-error a text is missing in English
  defineMessages({ id: { save: 'Simpan', undo: 'Batalkan' }, en: { save: 'Save' } });
  // @ts-expect-error a text exists only in English
  defineMessages({ id: { save: 'Simpan' }, en: { save: 'Save', undo: 'Undo' } });
  // @ts-expect-error a text with parameters became a plain one
  defineMessages({ id: { n: (p: { n: number }) => `${p.n}` }, en: { n: 'n' } });
  // @ts-expect-error the English text asks for another parameter
  defineMessages({ id: { n: (p: { n: number }) => `${p.n}` }, en: { n: (p: { m: number }) => `${p.m}` } });
  // @ts-expect-error a text that was never declared
  expect(messagesFor(texts, 'id').undo).toBeUndefined();
});
