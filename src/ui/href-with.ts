/** Query parameters that only make sense for the list they were made on. */
export const cursorParams = ['setelah', 'sebelum'] as const;

/**
 * The same page with some query parameters changed: a string sets, a list sets several, null removes.
 * Any change but one of the cursor itself begins the list anew.
 */
export function hrefWith(search: string, changes: Record<string, string | readonly string[] | null>): string {
  const params = new URLSearchParams(search);
  for (const cursor of cursorParams) params.delete(cursor);
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name);
    for (const one of value === null ? [] : [value].flat()) params.append(name, one);
  }
  const query = params.toString();
  return query === '' ? '?' : `?${query}`;
}
