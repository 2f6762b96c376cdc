import { describe, expect, test } from 'vitest';
import { type FieldCode, fieldMessage, fieldMessages } from './field-code.ts';
import { locales } from './language.ts';
import { done, invalid, type Outcome, refusalCodes, refused, unparsed } from './refusal.ts';
import { refusalMessage } from './refusal-messages.ts';

test('a request is either done with its value or refused with its reason', () => {
  const outcomes: Outcome<number>[] = [done(3), refused('duplicate', { details: { id: 'a' } })];
  expect(outcomes).toEqual([
    { ok: true, value: 3 },
    { ok: false, refusal: { code: 'duplicate', details: { id: 'a' } } },
  ]);
  expect(invalid([{ path: 'nik', code: 'nik_length' }])).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', fields: [{ path: 'nik', code: 'nik_length' }] },
  });
  expect(unparsed('blank')).toEqual({ ok: false, refusal: 'blank' });
});

describe.each(locales)('in language %s', (locale) => {
  test.each(refusalCodes)('the refusal %s is a full sentence that tells what to do', (code) => {
    const text = refusalMessage({ code }, locale);
    expect(text).toMatch(/^[A-Z].{20,}\.$/);
    expect(text).not.toContain('undefined');
  });

  test.each(Object.keys(fieldMessages.id) as FieldCode[])('the field reason %s is a sentence', (code) => {
    expect(fieldMessage(code, locale)).toMatch(/^[A-Z].+\.$/);
  });
});

test('the wait after too many attempts and the largest file are named when they are known', () => {
  expect(refusalMessage({ code: 'rate_limited', details: { seconds: 30 } }, 'id')).toContain(
    'tunggu 30 detik',
  );
  expect(refusalMessage({ code: 'file_too_large', details: { megabytes: 20 } }, 'en')).toContain(
    'at most 20 MB',
  );
});
