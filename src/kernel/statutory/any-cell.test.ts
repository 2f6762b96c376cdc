import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldMessages } from '../field-code.ts';
import { parseDate } from '../parse-date.ts';
import { parseRupiah } from '../parse-rupiah.ts';
import { parseAreaCode } from './area-code.ts';
import { parseBpom } from './bpom.ts';
import { excelDamage } from './excel-damage.ts';
import { parseHalalCertificate } from './halal-certificate.ts';
import { parseHsCode } from './hs-code.ts';
import { parseKbli } from './kbli.ts';
import { parseNib } from './nib.ts';
import { decodeNik, parseNik } from './nik.ts';
import { parseNip } from './nip.ts';
import { parseNoKk } from './no-kk.ts';
import { parseNpwp } from './npwp.ts';
import { extractPhones, parsePhone } from './phone.ts';
import { parsePirt } from './pirt.ts';

const today = '2026-03-14';

/** Rubbish, and cells that look almost right. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,-/ +eErpjtMbKDI()') }),
);

test.each([
  ['NIK', parseNik],
  ['No. KK', parseNoKk],
  ['NIB', parseNib],
  ['NPWP', parseNpwp],
  ['KBLI', (text: string) => parseKbli(text, '2025')],
  ['P-IRT', parsePirt],
  ['halal', parseHalalCertificate],
  ['BPOM', parseBpom],
  ['HS', parseHsCode],
  ['NIP', parseNip],
  ['area', parseAreaCode],
  ['phone', (text: string) => parsePhone(text, '0285')],
  ['amount', (text: string) => parseRupiah(text)],
  ['date', (text: string) => parseDate(text, today)],
])('no cell, however strange, stops the reading of a list: %s', (_, parse) => {
  fc.assert(
    fc.property(cell, (text) => {
      const parsed = parse(text);
      expect(parsed.ok || parsed.refusal in fieldMessages.id).toBe(true);
    }),
    { seed: 3375, numRuns: 500 },
  );
});

test('nothing of a phone cell is lost: what is no number is handed back', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { phones, rejected } = extractPhones(text);
      expect(phones.length + rejected.length > 0 || !/\d/.test(text)).toBe(true);
    }),
    { seed: 3375, numRuns: 500 },
  );
});

test('every NIK that is accepted can be decoded, and accepted again as it is stored', () => {
  const nik = fc
    .tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(99),
      fc.nat(9998),
    )
    .map(
      ([day, isWoman, month, year, serial]) =>
        [33, 75, 1, isWoman ? day + 40 : day, month, year].map((n) => String(n).padStart(2, '0')).join('') +
        String(serial + 1).padStart(4, '0'),
    );
  fc.assert(
    fc.property(nik, (text) => {
      expect(parseNik(text)).toEqual({ ok: true, value: text });
      expect(decodeNik(text, today).birthDate! <= today).toBe(true);
      expect(excelDamage(text) === 'certain').toBe(false);
    }),
    { seed: 3375 },
  );
});
