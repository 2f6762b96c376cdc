/** What is not there, or out of reach, is a page that is not there. */
export function foundOr404<Value>(value: Value | null): Value {
  if (value === null) throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  return value;
}
