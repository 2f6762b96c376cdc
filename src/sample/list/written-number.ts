import type { Mess } from '#sample/list/mess.ts';
import type { Random } from '#sample/random.ts';

const replaceAt = (text: string, index: number, part: string): string =>
  text.slice(0, index) + part + text.slice(index + part.length);

const oneDigitOff = (digits: string, random: Random): string => {
  const at = random.integer(0, digits.length - 1);
  return replaceAt(digits, at, String((Number(digits[at]) + random.integer(1, 9)) % 10));
};

const transposed = (digits: string, random: Random): string => {
  const places = [...digits].flatMap((digit, i) =>
    i + 1 < digits.length && digit !== digits[i + 1] ? [i] : [],
  );
  if (places.length === 0) return digits;
  const at = random.pick(places);
  return replaceAt(digits, at, `${digits[at + 1]}${digits[at]}`);
};

/** What a spreadsheet makes of 16 digits when the cell is a number. */
const rounded = (digits: string, random: Random): string =>
  random.chance(0.6)
    ? `${digits.slice(0, 15)}0`
    : `${digits[0]}${random.pick([',', '.'])}${digits.slice(1, 6)}E+15`;

/** NIK as written: right, empty, or with one of the usual errors. */
export const writtenNik = (nik: string, mess: Mess): string => {
  if (mess.happens('nikMissing')) return mess.random.pick(['', '', '', '-', '0']);
  if (mess.happens('nikDigitOff')) return oneDigitOff(nik, mess.random);
  if (mess.happens('nikTransposed')) return transposed(nik, mess.random);
  if (mess.happens('nikRounded')) return rounded(nik, mess.random);
  return mess.happens('strayCharacters') ? mess.random.pick([`'${nik}`, ` ${nik}`, `${nik}.`]) : nik;
};

export const writtenFamilyCard = (noKk: string, mess: Mess): string =>
  mess.happens('familyCardMissing') ? '' : noKk;

/** @param phone E.164; written `081234567890` unless the row has another way. */
export const writtenPhone = (phone: string, mess: Mess): string => {
  if (mess.happens('phoneMissing')) return mess.random.pick(['', '', '-']);
  const national = phone.slice(3);
  const local = `0${national}`;
  if (!mess.happens('otherPhoneWriting')) return local;
  const parts = [local.slice(0, 4), local.slice(4, 8), local.slice(8)];
  return mess.random.pick([
    `62${national}`,
    phone,
    `+62 ${national.slice(0, 3)}-${parts[1]}-${parts[2]}`,
    national,
    parts.join('-'),
    parts.join(' '),
    `${local} (WA)`,
  ]);
};
