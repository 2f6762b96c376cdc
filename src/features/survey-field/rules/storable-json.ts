/** A pair of halves of a letter, a half without the other, the letter NUL, and any other escape. */
const escapes =
  /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\u0000|\\[\s\S]/g;

/**
 * The text of a JSON document without what JSON allows and the database does not: NUL goes, half a letter (a sign that
 * was cut in two) becomes U+FFFD. Nothing of a visit is worth losing the rest for.
 */
export function storableJson(text: string): string {
  if (!/\\u(0000|[dD][89a-fA-F])/.test(text)) return text;
  return text.replace(escapes, (found) => {
    if (found === '\\u0000') return '';
    return /^\\u[dD]/.test(found) && found.length === 6 ? '\\ufffd' : found;
  });
}

/** Whether values stand in one another more than `most` deep: no form does that, and programs choke on it. */
export function isDeeperThan(most: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeperThan(most - 1, inner));
}
