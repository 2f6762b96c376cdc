/** What a query found, or the page that says there is nothing. */
export function foundOr404<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined)
    throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  return value;
}
