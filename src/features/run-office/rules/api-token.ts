/**
 * A token is `gwn_3375_` and 43 random characters. It names its office, since row-level security lets nobody look for
 * it across offices; the rest is known to nobody once it has been shown.
 */
const shape = /^gwn_(\d{2})(\d{2})_[A-Za-z0-9_-]{43}$/;

export function apiToken(officeCode: string, secret: string): string {
  return `gwn_${officeCode.replace('.', '')}_${secret}`;
}

/** The office that a token names, or null when it is no token. */
export function officeOfToken(token: string): string | null {
  const match = shape.exec(token);
  return match ? `${match[1]}.${match[2]}` : null;
}
