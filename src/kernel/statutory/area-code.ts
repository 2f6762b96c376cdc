import { done, type Parsed, unparsed } from '../refusal.ts';

/**
 * Kemendagri area codes (wilayah administrasi): province `33`, regency or city `33.75`, district
 * `33.75.01`, village `33.75.01.1001`. They are the key everywhere. BPS codes are written without dots
 * and number districts differently (Pekalongan Utara and Selatan swap), so they are never read as these.
 */
export type AreaCode = string;

export const areaLevels = ['province', 'regency', 'district', 'village'] as const;
export type AreaLevel = (typeof areaLevels)[number];

const areaPattern = /^[1-9]\d(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$/;

/**
 * Reads an area code. Without dots only province, regency and the six digits of a district are
 * accepted, where nothing can be confused; seven digits are a BPS district and ten may be a BPS village.
 * Refuses: blank, area_format, area_without_dots.
 */
export function parseAreaCode(text: string): Parsed<AreaCode> {
  const code = text
    .trim()
    .replace(/^['`’]/, '')
    .replace(/\.$/, '');
  if (code === '') return unparsed('blank');
  if (/^(\d{7}|\d{10})$/.test(code)) return unparsed('area_without_dots');
  const dotted = /^\d{4}$|^\d{6}$/.test(code) ? code.replace(/(?<=\d)(?=(\d{2})+$)/g, '.') : code;
  return isAreaCode(dotted) ? done(dotted) : unparsed('area_format');
}

/** Whether `text` is an area code in its stored, dotted form. */
export function isAreaCode(text: string): boolean {
  return areaPattern.test(text);
}

/** The level of a code that `parseAreaCode` accepted; anything else is a bug and throws. */
export function areaLevel(code: AreaCode): AreaLevel {
  if (!isAreaCode(code)) throw new RangeError(`not an area code: ${code}`);
  return areaLevels[code.split('.').length - 1]!;
}

/** The area directly above, or null above a province. */
export function parentArea(code: AreaCode): AreaCode | null {
  const cut = code.lastIndexOf('.');
  return cut === -1 ? null : code.slice(0, cut);
}

/** The area of a higher (or the same) level that holds this one; null when `level` is lower. */
export function areaAt(code: AreaCode, level: AreaLevel): AreaCode | null {
  const parts = code.split('.');
  const wanted = areaLevels.indexOf(level) + 1;
  return wanted > parts.length ? null : parts.slice(0, wanted).join('.');
}

/** Whether `inner` lies in `outer`; an area contains itself. */
export function contains(outer: AreaCode, inner: AreaCode): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

/** 'kelurahan' (…1xxx, led by an appointed lurah) or 'desa' (…2xxx, elected); null above village level. */
export function villageKind(code: AreaCode): 'kelurahan' | 'desa' | null {
  if (areaLevel(code) !== 'village') return null;
  return code.at(-4) === '1' ? 'kelurahan' : 'desa';
}
