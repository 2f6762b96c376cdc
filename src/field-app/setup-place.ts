/** Why somebody is at the hand-over although the phone has people already. */
export type Adding = 'person' | 'forgotten';

const words = { person: 'orang', forgotten: 'lupa' } as const;

/** Kept in the address, so that whoever goes to sign in at the office comes back to the same screen. */
export function addingOf(search: string): Adding | null {
  const said = new URLSearchParams(search).get('pasang');
  return said === words.person ? 'person' : said === words.forgotten ? 'forgotten' : null;
}

/** The app's own address with that place in it. */
export const setupAddress = (adding: Adding | null): string =>
  adding ? `/lapangan/?pasang=${words[adding]}` : '/lapangan/';
