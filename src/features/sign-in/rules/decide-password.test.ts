import { expect, test } from 'vitest';
import { done } from '#kernel/refusal.ts';
import { decidePassword, ownWords } from './decide-password.ts';

const about = { before: 'kain-lama-tiga', ownWords: ownWords('Sri Wahyuni', 'sri.wahyuni@contoh.id') };
const faultOf = (password: string) => {
  const decided = decidePassword(password, about);
  return decided.ok ? null : decided.refusal;
};

test.each(['canting nila sogan', 'pasar grosir 2026', 'kh7m-2qpx-9dnc', 'rahasia dapur mertua'])(
  '%s is a fit password',
  (password) => {
    expect(decidePassword(password, about)).toEqual(done());
  },
);

test.each([
  ['pendek', 'too_short'],
  ['x'.repeat(201), 'too_long'],
  ['kain-lama-tiga', 'same_as_before'],
  ['aaaaaaaaaaaa', 'too_easy'],
  ['1234567890', 'too_easy'],
  ['0987654321', 'too_easy'],
  ['password123', 'too_easy'],
  ['Gawangan2026', 'too_easy'],
  ['wahyuni1980', 'too_easy'],
  ['SriWahyuni1', 'too_easy'],
])('%s is refused as %s', (password, fault) => {
  expect(faultOf(password)).toBe(fault);
});
