import { spaceOutMarks, upperText } from './clean-text.ts';
import { type RtRw, takeRtRw } from './rt-rw.ts';

/**
 * An address taken apart by the marks written in it. Values are upper case; null where nothing marks them.
 * Village and district are as written, directions included (KLIDANG LOR, PEKALONGAN BARAT): finding the official
 * code is the area table's work, as is telling a village from a district when no mark stands between them.
 */
export type Address = RtRw & {
  street: string | null;
  alley: string | null;
  /** '12', '12A', '12-14'. */
  number: string | null;
  housing: string | null;
  block: string | null;
  hamlet: string | null;
  village: string | null;
  district: string | null;
  /** With its kind, since the two Pekalongans differ: 'KOTA PEKALONGAN', 'KAB PEKALONGAN'. */
  regency: string | null;
  province: string | null;
  postcode: string | null;
  /** Unmarked words, in order: landmarks, and place names written without KEL or KEC. '' when there are none. */
  rest: string;
  /** All of it in one order and one set of abbreviations; an address key parses to itself. */
  key: string;
};

type Field =
  | 'street'
  | 'alley'
  | 'housing'
  | 'block'
  | 'hamlet'
  | 'village'
  | 'district'
  | 'regency'
  | 'province';

/** `keep` puts the mark itself (or its short form) at the head of the value. */
type Mark = { field: Field; keep?: string };

function marks(words: string, mark: Mark): [string, Mark][] {
  return words.split(' ').map((word) => [word, mark]);
}

/** Abbreviations always mark; a full word directly after an empty field is part of the name: JL KAMPUNG BARU. */
const ABBREVIATED = new Map<string, Mark>([
  ...marks('JL JLN', { field: 'street' }),
  ...marks('GG', { field: 'alley' }),
  ...marks('PERUM', { field: 'housing' }),
  ...marks('BLK', { field: 'block' }),
  ...marks('DK DKH DSN KP', { field: 'hamlet' }),
  ...marks('DS KEL', { field: 'village' }),
  ...marks('KEC', { field: 'district' }),
  ...marks('KAB', { field: 'regency', keep: 'KAB' }),
  ...marks('PROV', { field: 'province' }),
]);
const WRITTEN_OUT = new Map<string, Mark>([
  ...marks('JALAN', { field: 'street' }),
  ...marks('GANG', { field: 'alley' }),
  ...marks('PERUMAHAN', { field: 'housing' }),
  ...marks('GRIYA', { field: 'housing', keep: 'GRIYA' }),
  ...marks('BLOK', { field: 'block' }),
  ...marks('DUKUH DUSUN KAMPUNG LINGKUNGAN', { field: 'hamlet' }),
  ...marks('DESA KELURAHAN', { field: 'village' }),
  ...marks('KECAMATAN', { field: 'district' }),
  ...marks('KABUPATEN', { field: 'regency', keep: 'KAB' }),
  ...marks('KOTA KODYA', { field: 'regency', keep: 'KOTA' }),
  ...marks('PROVINSI PROPINSI', { field: 'province' }),
]);

const HOUSE_NUMBER = /\bN(?:O|OMOR|MR)\b[\s.:]*(\d{1,4}(?:\s?[A-Z]\b)?(?:\s?[-/]\s?\d{1,4}[A-Z]?\b)*)(?!\d)/;
const POSTCODE = /\b(?:KODE\s?POS\s?:?\s*)?([1-9]\d{4})\b(?!.*\b[1-9]\d{4}\b)/;
/** Marks that a form printed and nobody filled in. */
const EMPTY_MARKS = new Set(['NO', 'NOMOR', 'NMR', 'RT', 'RW']);
const SHORT_VALUE = /^(?:[A-Z]|[A-Z]?\d+[A-Z]?|[IVX]+)$/;
const NUMBER_AT_END = /^\d{1,4}[A-Z]?$/;

/** Takes the first match off the text: its first group, and the text with a comma in its place. */
function take(pattern: RegExp, text: string): [string | null, string] {
  const found = pattern.exec(text);
  return found ? [found[1]!, text.replace(pattern, ' , ')] : [null, text];
}

/** Cleaned words of the text, with ',' kept where the writer put a boundary. */
function wordsAndCommas(text: string): string[] {
  return text.split(/[,;|]|\s-\s/).flatMap((part) => [',', ...spaceOutMarks(part).split(' ')]);
}

/** `kept` of the words are the mark itself; a field with nothing more is empty. */
type Open = { field: Field; words: string[]; kept: number };

/** Whether the word still belongs to a field that holds one short value: GG 5, BLOK C 3, but not what follows. */
function isClosed(open: Open, word: string): boolean {
  if (open.field === 'block') return !SHORT_VALUE.test(word);
  return open.field === 'alley' && open.words.length === 1 && SHORT_VALUE.test(open.words[0]!);
}

function collect(words: readonly string[]): { fields: Map<Field, string>; rest: string[] } {
  const fields = new Map<Field, string>();
  const rest: string[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open === null || open.words.length === open.kept) return;
    if (fields.has(open.field))
      rest.push(...open.words.filter((word) => !WRITTEN_OUT.has(word) && word !== 'KAB'));
    else fields.set(open.field, open.words.join(' '));
  };
  for (const raw of words) {
    const word = raw === 'PSR' ? 'PASAR' : raw;
    const awaitsName: boolean = open !== null && open.words.length === 0 && open.field !== 'block';
    const mark: Mark | undefined = ABBREVIATED.get(word) ?? (awaitsName ? undefined : WRITTEN_OUT.get(word));
    if (word === ',' || mark) {
      close();
      open = mark
        ? { field: mark.field, words: mark.keep ? [mark.keep] : [], kept: mark.keep ? 1 : 0 }
        : null;
    } else if (word !== '' && !EMPTY_MARKS.has(word)) {
      if (open !== null && isClosed(open, word)) {
        close();
        open = null;
      }
      (open === null ? rest : open.words).push(word);
    }
  }
  close();
  return { fields, rest };
}

/** JL MERDEKA 12 → MERDEKA, 12 */
function splitStreetNumber(street: string): [string, string | null] {
  const space = street.lastIndexOf(' ');
  const last = street.slice(space + 1);
  return space > 0 && NUMBER_AT_END.test(last) ? [street.slice(0, space), last] : [street, null];
}

/**
 * Takes an Indonesian address apart (domain.md, row Address). Never refuses: what bears no mark is in `rest`.
 */
export function parseAddress(raw: string): Address {
  const { rt, rw, rest: withoutRtRw } = takeRtRw(upperText(raw));
  const [houseNumber, withoutNumber] = take(HOUSE_NUMBER, withoutRtRw);
  const [postcode, unnumbered] = take(POSTCODE, withoutNumber);
  const { fields, rest } = collect(wordsAndCommas(unnumbered));
  let street = fields.get('street') ?? null;
  let number = houseNumber === null ? null : houseNumber.replace(/\s/g, '').replaceAll('/', '-');
  if (street !== null && number === null) [street, number] = splitStreetNumber(street);
  const parts = {
    street,
    alley: fields.get('alley') ?? null,
    number,
    housing: fields.get('housing') ?? null,
    block: fields.get('block') ?? null,
    hamlet: fields.get('hamlet') ?? null,
    village: fields.get('village') ?? null,
    district: fields.get('district') ?? null,
    regency: fields.get('regency') ?? null,
    province: fields.get('province') ?? null,
    postcode,
    rt,
    rw,
    rest: rest.join(' '),
  };
  return { ...parts, key: addressKey(parts) };
}

/** The order and abbreviations in which an address key is written; the words of `rest` come first. */
const KEY_ORDER: readonly (readonly [string, Exclude<keyof Address, 'rest' | 'key'>])[] = [
  ['JL ', 'street'],
  ['GG ', 'alley'],
  ['PERUM ', 'housing'],
  ['BLK ', 'block'],
  ['NO ', 'number'],
  ['RT ', 'rt'],
  ['RW ', 'rw'],
  ['DK ', 'hamlet'],
  ['KEL ', 'village'],
  ['KEC ', 'district'],
  ['', 'regency'],
  ['PROV ', 'province'],
  ['', 'postcode'],
];

function addressKey(address: Omit<Address, 'key'>): string {
  let key = address.rest;
  for (const [mark, part] of KEY_ORDER) {
    const value = address[part];
    if (value !== null) key += `${key === '' ? '' : ' '}${mark}${value}`;
  }
  return key;
}
