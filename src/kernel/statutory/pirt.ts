import { done, type Parsed, unparsed } from '../refusal.ts';

/**
 * A home-industry food number (P-IRT): packaging 1–8, food type 2 digits, region 4, product 2,
 * producer 4, then the year in which it expires; valid 5 years.
 */
export type PirtParts = {
  readonly packaging: number;
  readonly foodType: string;
  /** Kemendagri code of the issuing regency or city, `33.75`. */
  readonly regency: string;
  readonly product: string;
  readonly producer: string;
  /** Full year; the number does not hold the day. */
  readonly expiryYear: number;
};

const pirtPattern = /^([1-8])(\d{2})(\d{4})(\d{2})(\d{4})-(\d{2})$/;

/**
 * Reads "P-IRT No. 2063375010123-27", with or without label and hyphen, as `2063375010123-27`.
 * Refuses: blank, excel_damaged (scientific notation), pirt_format.
 */
export function parsePirt(text: string): Parsed<string> {
  const cell = text.normalize('NFKC').trim();
  if (cell === '' || cell === '-') return unparsed('blank');
  if (/\de\+?\d+$/i.test(cell)) return unparsed('excel_damaged');
  const digits = cell
    .replace(/^['`’]?\s*(?:p[-.\s]?irt)?\s*(?:no(?:mor)?\b)?[\s.:]*/i, '')
    .replace(/[\s.\-–/]/g, '');
  const number = `${digits.slice(0, 13)}-${digits.slice(13)}`;
  return pirtPattern.test(number) ? done(number) : unparsed('pirt_format');
}

/** The parts of a number that `parsePirt` accepted; anything else is a bug and throws. */
export function decodePirt(pirt: string): PirtParts {
  const match = pirt.match(pirtPattern);
  if (!match) throw new RangeError(`not a P-IRT number: ${pirt}`);
  const region = match[3]!;
  return {
    packaging: Number(match[1]),
    foodType: match[2]!,
    regency: `${region.slice(0, 2)}.${region.slice(2)}`,
    product: match[4]!,
    producer: match[5]!,
    expiryYear: 2000 + Number(match[6]),
  };
}
