/**
 * Characters that make a spreadsheet program run the cell of a text file as a formula (OWASP, "CSV injection"): an
 * owner's name `=HYPERLINK(…)` must not act on the officer's laptop.
 */
const DANGEROUS_START = /^[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
/** Nothing but a number, so nothing to run: -5, +6281234567890, -1.500,75 */
const NUMBER = /^[+-]?\d[\d.,]*$/;

/** True where a text would be taken for a formula. */
export function isFormulaLike(text: string): boolean {
  return DANGEROUS_START.test(text) && !NUMBER.test(text);
}

/** The text with an apostrophe before it where it would be taken for a formula; for text files only. */
export function guardFormula(text: string): string {
  return isFormulaLike(text) || GUARDED.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guardFormula` (ours or another system's) off again. */
export function unguardFormula(text: string): string {
  return text.charCodeAt(0) === 39 && GUARDED.test(text) ? text.slice(1) : text;
}
