import { formatNip } from '#kernel/statutory/nip.ts';
import type { Signatory } from './paper.ts';

/**
 * Text without what no XML may hold: control characters and halves of surrogate pairs, as they come along in cells copied
 * from spreadsheets and chats. Line breaks stay.
 */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll('\uFFFD', '')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
  );
}

// What the fonts built into every PDF reader have beyond Latin-1.
const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const inWords: Record<string, string> = {
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '−': '-',
  '✓': 'v',
  '‑': '-',
  ' ': ' ',
};

/** The same for PDF, whose built-in fonts know Western letters only: others lose their accents, or become "?". */
export function printableInPdf(text: string): string {
  const known = (sign: string) =>
    sign === '\n' || (sign >= ' ' && sign <= 'ÿ') || beyondLatin1.includes(sign);
  return Array.from(printable(text).replaceAll('\t', ' '), (sign) => {
    if (known(sign)) return sign;
    const written = inWords[sign] ?? sign.normalize('NFKD').replace(/\p{M}/gu, '');
    return Array.from(written).every(known) ? written : '?';
  }).join('');
}

const actingWords = { plt: 'Plt. ', plh: 'Plh. ' } as const;

/** "Plt. Kepala Dinas …": whoever acts for another says so before the position. */
export function signatoryPosition({ acting, position }: Signatory): string {
  return `${acting === null ? '' : actingWords[acting]}${position}`;
}

/** What stands below the name: rank, then the NIP in its usual groups. */
export function belowName({ rank, nip }: Signatory): string[] {
  const number = nip && (/^\d{18}$/.test(nip) ? formatNip(nip) : nip);
  return [rank, number && `NIP. ${number}`].filter((line): line is string => Boolean(line));
}
