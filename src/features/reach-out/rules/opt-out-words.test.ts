import { expect, test } from 'vitest';
import { isOptOut, optOutPhrases } from './opt-out-words.ts';

test.each([
  'STOP',
  'stop.',
  ' Berhenti!',
  'Mohon berhenti ya pak',
  'unsubscribe',
  'Jangan hubungi saya lagi',
  'Opt-out',
  'STOP 🙏',
  'ｓｔｏｐ',
])('"%s" is a wish for no more messages', (text) => expect(isOptOut(text)).toBe(true));

test.each([
  'Baik, saya ikut',
  'Saya sudah berhenti produksi sejak Lebaran',
  'Bus stop mana pak?',
  'ya',
  'terima kasih',
  '',
  'Jangan lupa kirim alamatnya',
])('"%s" is not', (text) => expect(isOptOut(text)).toBe(false));

test('every listed phrase is heard as it is typed, shouted, and with a full stop', () => {
  for (const phrase of optOutPhrases) {
    expect(isOptOut(phrase)).toBe(true);
    expect(isOptOut(`${phrase.toUpperCase()}.`)).toBe(true);
  }
});
