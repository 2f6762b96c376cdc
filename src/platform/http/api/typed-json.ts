/**
 * JSON as the shapes of forms take it: whole numbers and booleans become text, since those shapes read what a person
 * typed ("1.500.000", "true"). Numbers with a fraction stay numbers: as text, 1.234 would be read as 1234.
 */
export function leavesAsText(value: unknown): unknown {
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return value.map(leavesAsText);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, leavesAsText(one)]));
  return value;
}

/** Without what is null or undefined, at any depth: over the API, what is not known is left out. */
export function withoutNulls(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.filter((one) => one != null).map(withoutNulls);
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (one == null ? [] : [[key, withoutNulls(one)]])),
    );
  }
  return value;
}

/** A record with some fields given anew; null takes a field away (RFC 7396, one level deep). */
export function mergePatch(
  record: Readonly<Record<string, unknown>>,
  patch: unknown,
): Record<string, unknown> {
  const given = patch && typeof patch === 'object' && !Array.isArray(patch) ? patch : {};
  return Object.fromEntries(Object.entries({ ...record, ...given }).filter(([, value]) => value != null));
}
