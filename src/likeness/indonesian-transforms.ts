import { parseAddress } from '#kernel/naming/address.ts';
import { parseBusinessName } from '#kernel/naming/business-name.ts';
import { type PersonName, parsePersonName } from '#kernel/naming/person-name.ts';
import { isNik } from '#kernel/statutory/nik.ts';
import type { Transform } from '#linkage/likeness/transforms.ts';

/** Every name is taken apart once, however many forms of it are asked for one after the other. */
function remembering<T>(parse: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    let parsed = known.get(value);
    if (parsed === undefined) {
      parsed = parse(value);
      if (known.size > MOST_KNOWN) known.clear();
      known.set(value, parsed);
    }
    return parsed;
  };
}

const MOST_KNOWN = 200_000;

const person = remembering<PersonName>(parsePersonName);
const business = remembering(parseBusinessName);
const address = remembering(parseAddress);
const first = (text: string) => text.split(' ')[0] ?? null;

/**
 * Changes of Indonesian names, numbers and addresses that linkage settings may name (`nama|person-sound`); rules in
 * domain.md, "Matching Indonesian names and addresses". All give upper case; null where nothing is left.
 */
export const indonesianTransforms: Readonly<Record<string, Transform>> = {
  /** Without titles, degrees and patronymic; Muhammad, Ahmad, Abdul and Siti in one spelling. */
  person: (value) => person(value).key,
  'person-compact': (value) => person(value).compactKey,
  'person-sorted': (value) => person(value).sortedKey,
  /** One spelling for what sounds alike: proposes, never decides. */
  'person-sound': (value) => person(value).phoneticKey,
  /** The most telling word as it sounds: the longest. */
  'person-longest': (value) =>
    person(value)
      .phoneticKey.split(' ')
      .sort((a, b) => b.length - a.length)[0] ?? null,
  'person-first': (value) => first(person(value).phoneticKey),
  /** The father's name after BIN or BINTI. */
  patronymic: (value) => person(value).patronymic,
  business: (value) => business(value).key,
  'business-compact': (value) => business(value).compactKey,
  'business-sorted': (value) => business(value).sortedKey,
  'business-sound': (value) => business(value).phoneticKey,
  /** TOKO, WARUNG, UD: what kind it calls itself. */
  'business-category': (value) => business(value).categories[0] ?? null,
  /** WARUNG BU TINAH: TINAH. */
  'business-owner': (value) => business(value).owner,
  address: (value) => address(value).key,
  /** Street, housing, hamlet and landmarks: all that is neither area nor number of the neighbourhood. */
  'address-place': (value) => {
    const { street, alley, number, housing, block, hamlet, rest } = address(value);
    const parts = [street, alley, number, housing, block, hamlet, rest];
    return parts.filter((part) => part !== null && part !== '').join(' ');
  },
  'rt-rw': (value) => {
    const { rt, rw } = address(value);
    return rt === null && rw === null ? null : `${rt ?? ''}/${rw ?? ''}`;
  },
  /** 62… without sign, however it is written: 0812 3456, +62812-3456, 62 812 3456. */
  phone: (value) => {
    const digits = value.replace(/\D/g, '').replace(/^0+/, '').replace(/^62/, '').replace(/^0+/, '');
    return digits.length < 7 ? null : `62${digits}`;
  },
  /** Region of first registration, birth date and sex as a NIK encodes them: what stays when the serial is mistyped. */
  'nik-birth': (value) => {
    const digits = value.replace(/\D/g, '');
    return isNik(digits) ? digits.slice(0, 12) : null;
  },
  'nik-date': (value) => {
    const digits = value.replace(/\D/g, '');
    return isNik(digits) ? digits.slice(6, 12) : null;
  },
  'nik-serial': (value) => {
    const digits = value.replace(/\D/g, '');
    return isNik(digits) ? digits.slice(8) : null;
  },
};
