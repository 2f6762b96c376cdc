import { redirect } from 'react-router';

/** A redirect that carries better-auth's cookies to the browser. */
export function redirectWithCookies(
  to: string,
  setCookies: readonly string[],
  more: Record<string, string> = {},
): Response {
  const headers = new Headers(more);
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return redirect(to, { headers });
}
