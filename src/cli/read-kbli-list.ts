import { done, type Outcome } from '#kernel/refusal.ts';
import { type KbliVersion, parseKbli } from '#kernel/statutory/kbli.ts';

export type KbliLine = { code: string; title: string };
export type WrongLine = { line: number; reason: string };

/**
 * Reads an official list: one code and its title per line, apart by tab, semicolon or comma; a first line without a
 * code is taken as the header, further columns are left aside. Refuses every wrong line with its number, 1-based.
 */
export function readKbliList(text: string, version: KbliVersion): Outcome<KbliLine[], WrongLine[]> {
  const found = new Map<string, KbliLine>();
  const wrong: WrongLine[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const delimiter = ['\t', ';', ','].find((one) => lines.some((line) => line.includes(one))) ?? '\t';
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [codeCell = '', titleCell = ''] = cells(line, delimiter);
    const parsed = parseKbli(codeCell, version);
    // The code must be the whole cell: "13134 Industri Batik" would lose its title silently.
    const code = parsed.ok && parsed.value.code === codeCell.trim().toUpperCase() ? parsed.value.code : null;
    const title = titleCell.replace(/\s+/g, ' ').trim();
    if (code === null) {
      if (at === 0 && !/\d/.test(codeCell)) continue;
      wrong.push({ line: at + 1, reason: `"${codeCell.slice(0, 40)}" bukan kode KBLI / not a KBLI code` });
    } else if (title === '') wrong.push({ line: at + 1, reason: `kode ${code} tanpa judul / no title` });
    else if (found.has(code))
      wrong.push({ line: at + 1, reason: `kode ${code} sudah ada di atas / code repeated` });
    else found.set(code, { code, title });
  }
  if (found.size === 0 && wrong.length === 0) wrong.push({ line: 1, reason: 'tidak ada kode / no codes' });
  return wrong.length > 0 ? { ok: false, refusal: wrong } : done([...found.values()]);
}

/** The cells of one line (RFC 4180 quotes). */
function cells(line: string, delimiter: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (quoted && char === '"' && line[at + 1] === '"') cell += line[++at];
    else if (char === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (char === delimiter && !quoted) {
      found.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...found, cell];
}
