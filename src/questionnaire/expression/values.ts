/** What an expression is worked out to; '' is an empty answer, as in ODK. Days are text, `2026-03-14`. */
export type Value = string | number | boolean;

const dayMs = 86_400_000;

/**
 * As a number. Empty and unreadable text are NaN, so every order comparison with them is false.
 * Days count from 1 January 1970, moments with their fraction of a day.
 */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = value.trim();
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? Date.parse(text) / dayMs : Number.NaN;
}

/** As text; what is not a number is empty. */
export function toText(value: Value): string {
  return typeof value === 'number' && Number.isNaN(value) ? '' : String(value);
}

/** XPath's truth: text that is not empty, a number that is neither 0 nor NaN. */
export function toBoolean(value: Value): boolean {
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}

/** `=`: as truth values if one is, else as numbers if one is, else as text. */
export function isEqual(a: Value, b: Value): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return a === b;
}

/** The codes of a select_multiple. */
export function selectedCodes(value: Value): string[] {
  return toText(value).split(/\s+/).filter(Boolean);
}
