import { inflateSync } from 'node:zlib';

/** What a PDF of ours says, line pieces joined; and how many pages it has. Western letters only. */
export function pdfText(pdf: Buffer): { text: string; pages: number } {
  const raw = pdf.toString('latin1');
  const pieces: string[] = [];
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = raw.indexOf('endstream', start);
    const content = inflated(pdf.subarray(start, end));
    for (const [, shown] of content.matchAll(/\[([^\]]*)\]\s*TJ/g)) {
      const hex = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].map(([, digits]) => digits).join('');
      pieces.push(Buffer.from(hex, 'hex').toString('latin1'));
    }
  }
  return { text: pieces.join('\n'), pages: [...raw.matchAll(/\/Type \/Page\b(?!s)/g)].length };
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}
