export type Appearance = 'light' | 'dark';

const cookie = 'tampilan';

/** Light unless the person chose dark on this device. */
export function readAppearance(request: Request): Appearance {
  const cookies = request.headers.get('cookie') ?? '';
  return cookies.split(/;\s*/).includes(`${cookie}=dark`) ? 'dark' : 'light';
}

/** The Set-Cookie header that remembers the choice for a year. */
export function appearanceCookie(appearance: Appearance): string {
  return `${cookie}=${appearance}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
