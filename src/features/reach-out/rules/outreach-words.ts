/** As much of a text as fits, cut at a word and with `…` where it does not. */
function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Words of others inside a message: in braces they would be taken for what is filled in. */
export function plainWords(text: string, most = 300): string {
  return cutAtWord(text.replaceAll('{', '(').replaceAll('}', ')').replace(/\s+/g, ' ').trim(), most);
}

/** The longest name of a list. */
export const TITLE_LENGTH = 120;

/** The name of a list made out of other names. */
export const outreachTitle = (text: string): string => plainWords(text, TITLE_LENGTH);
