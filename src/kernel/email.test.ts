import { describe, expect, test } from 'vitest';
import { maskEmail, parseEmail, sameEmail } from './email.ts';

describe('an e-mail address as people write it', () => {
  test.each([
    ['siti@contoh.id', 'siti@contoh.id'],
    ['  Siti.Batik@CONTOH.ID ', 'Siti.Batik@contoh.id'],
    ['mailto:siti@contoh.id', 'siti@contoh.id'],
    ['<siti+toko@mail.contoh.co.id>', 'siti+toko@mail.contoh.co.id'],
  ])('%s is read as %s', (typed, read) => {
    expect(parseEmail(typed)).toEqual({ ok: true, value: read });
  });

  test.each([
    ['', 'blank'],
    ['   ', 'blank'],
    ['siti@', 'email_invalid'],
    ['siti@contoh', 'email_invalid'],
    ['siti contoh.id', 'email_invalid'],
    ['siti@contoh.id, adi@contoh.id', 'email_invalid'],
    ['siti@contoh.id\r\nBcc: adi@contoh.id', 'email_invalid'],
    [`${'a'.repeat(250)}@contoh.id`, 'email_invalid'],
  ])('%j is refused: %s', (typed, refusal) => {
    expect(parseEmail(typed)).toEqual({ ok: false, refusal });
  });
});

test('lists show the first letter and the domain only', () => {
  expect(maskEmail('siti.batik@contoh.id')).toBe('s***@contoh.id');
});

test('capital letters do not make another address', () => {
  expect(sameEmail('Siti@contoh.id')).toBe(sameEmail('siti@contoh.id'));
});
