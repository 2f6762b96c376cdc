import { cleanText } from '#kernel/naming/clean-text.ts';
import { editDistance, letterSet, mayBeWithin } from '#kernel/naming/edit-distance.ts';
import { type AreaCode, areaLevel, contains } from '#kernel/statutory/area-code.ts';

/** A row of the area table, of any level; `bpsCode` is an attribute (10 digits for a village, 7 for a district). */
export type AreaRow = { readonly code: AreaCode; readonly name: string; readonly bpsCode?: string | null };
/** An old or everyday name: Sapuro for Sapuro Kebulen. */
export type AreaAlias = { readonly code: AreaCode; readonly alias: string };

/** Directions as village offices shorten them; they stay part of the name. */
const shortForms: Readonly<Record<string, string>> = {
  WTN: 'WETAN',
  KLN: 'KULON',
  KDL: 'KIDUL',
  PKL: 'PEKALONGAN',
  PEKL: 'PEKALONGAN',
  PKLG: 'PEKALONGAN',
  PKLNGAN: 'PEKALONGAN',
};
const levelWords =
  /^(?:KEL|KELURAHAN|DESA|DS|DES|KEC|KECAMATAN|KAB|KABUPATEN|KOTA|KODYA|KOTAMADYA|PEMKAB|PEMKOT)$/;

/** The form in which area names are compared: no KEL, DESA, KEC in front, directions written out, no spaces. */
export function areaKey(name: string): string {
  const words = cleanText(name).split(' ');
  let start = 0;
  while (start < words.length - 1 && levelWords.test(words[start]!)) start += 1;
  return words
    .slice(start)
    .map((word) => shortForms[word] ?? word)
    .join('');
}

type Keyed = Map<string, AreaCode[]>;

function add(map: Keyed, key: string, code: AreaCode): void {
  const codes = map.get(key);
  if (codes === undefined) map.set(key, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

/**
 * The areas that a list of one office may name, looked up by code, BPS code, name, old name, and nearly written
 * name. Areas beyond the office's serve to answer rows of elsewhere. Build it once for a list.
 */
export class AreaIndex {
  readonly officeCode: AreaCode;
  readonly #names = new Map<AreaCode, string>();
  readonly #byBps = new Map<string, AreaCode>();
  /** Own and others' villages and districts, and regencies, by key. */
  readonly #villages: Keyed = new Map();
  readonly #otherVillages: Keyed = new Map();
  readonly #districts: Keyed = new Map();
  readonly #otherDistricts: Keyed = new Map();
  readonly #regencies: Keyed = new Map();
  readonly #letterSets = new Map<string, number>();

  constructor(officeCode: AreaCode, areas: Iterable<AreaRow>, aliases: Iterable<AreaAlias> = []) {
    this.officeCode = officeCode;
    for (const { code, name, bpsCode } of areas) {
      this.#names.set(code, name);
      if (bpsCode) this.#byBps.set(bpsCode, code);
      const level = areaLevel(code);
      const isOwn = contains(officeCode, code);
      if (level === 'village') add(isOwn ? this.#villages : this.#otherVillages, areaKey(name), code);
      if (level === 'district') add(isOwn ? this.#districts : this.#otherDistricts, areaKey(name), code);
      if (level === 'regency') add(this.#regencies, areaKey(name), code);
    }
    for (const { code, alias } of aliases) {
      if (contains(officeCode, code) && this.#names.has(code)) add(this.#villages, areaKey(alias), code);
    }
    // "Barat" for Pekalongan Barat, where that is the only one.
    for (const [key, codes] of [...this.#districts]) {
      const last = cleanText(this.#names.get(codes[0]!) ?? '')
        .split(' ')
        .at(-1)!;
      if (last !== key && codes.length === 1 && !this.#districts.has(last))
        add(this.#districts, last, codes[0]!);
    }
  }

  has(code: AreaCode): boolean {
    return this.#names.has(code);
  }

  byBpsCode(bpsCode: string): AreaCode | undefined {
    return this.#byBps.get(bpsCode);
  }

  name(code: AreaCode): string {
    return this.#names.get(code) ?? code;
  }

  /** `Kauman, Batang`: with the district, since names recur. */
  fullName(code: AreaCode): string {
    const district = code.split('.').slice(0, 3).join('.');
    return district === code ? this.name(code) : `${this.name(code)}, ${this.name(district)}`;
  }

  /** Villages of this very name (or old name): of the office, or of the areas around it. */
  villages(name: string, where: 'own' | 'other' = 'own'): readonly AreaCode[] {
    return (where === 'own' ? this.#villages : this.#otherVillages).get(areaKey(name)) ?? [];
  }

  districts(name: string, where: 'own' | 'other' = 'own'): readonly AreaCode[] {
    return (where === 'own' ? this.#districts : this.#otherDistricts).get(areaKey(name)) ?? [];
  }

  regencies(name: string): readonly AreaCode[] {
    return this.#regencies.get(areaKey(name)) ?? [];
  }

  /** Own villages written nearly so, the nearest first; within two letters, or three for long names. */
  nearVillages(name: string): { code: AreaCode; distance: number }[] {
    return this.#near(this.#villages, name);
  }

  nearDistricts(name: string): { code: AreaCode; distance: number }[] {
    return this.#near(this.#districts, name);
  }

  #near(map: Keyed, name: string): { code: AreaCode; distance: number }[] {
    const key = areaKey(name);
    const limit = key.length < 5 ? 1 : key.length < 11 ? 2 : 3;
    const letters = letterSet(key);
    const found = new Map<AreaCode, number>();
    for (const [known, codes] of map) {
      if (Math.abs(known.length - key.length) > limit || !mayBeWithin(letters, this.#letters(known), limit))
        continue;
      const distance = editDistance(key, known, limit);
      if (distance > limit) continue;
      for (const code of codes) found.set(code, Math.min(distance, found.get(code) ?? distance));
    }
    return [...found]
      .map(([code, distance]) => ({ code, distance }))
      .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
  }

  #letters(key: string): number {
    let letters = this.#letterSets.get(key);
    if (letters === undefined) {
      letters = letterSet(key);
      this.#letterSets.set(key, letters);
    }
    return letters;
  }
}
