import type { PlainDate } from '../calendar.ts';
import { done, type Parsed, unparsed } from '../refusal.ts';

/** The editions of the business classification that lists still carry. */
export const kbliVersions = ['2015', '2017', '2020', '2025'] as const;
export type KbliVersion = (typeof kbliVersions)[number];

/**
 * A code means nothing without its edition: batik cloth is 13134 in KBLI 2020 and 13133 in KBLI 2025,
 * while 13133 in 2020 is fabric printing. Never carry a code over by identity.
 */
export type Kbli = { readonly version: KbliVersion; readonly code: string };

/** kategori (letter), golongan pokok (2 digits), golongan (3), subgolongan (4), kelompok (5). */
export const kbliLevels = ['section', 'division', 'group', 'class', 'subclass'] as const;
export type KbliLevel = (typeof kbliLevels)[number];

/** KBLI 2025: Peraturan BPS 7/2025; users had to align by 18 June 2026. */
export const kbli2025AlignedBy: PlainDate = '2026-06-18';

/** The edition a list is taken to use when it does not say; the import asks the officer to confirm. */
export function expectedKbliVersion(on: PlainDate): KbliVersion {
  return on >= kbli2025AlignedBy ? '2025' : '2020';
}

/**
 * Reads a code as lists write it: "13134", "C", "C13134", "KBLI 13134 - Industri Batik", "13134.0".
 * Refuses: blank, kbli_format. A leading zero that a sheet dropped (01111 → 1111) cannot be seen here,
 * as four digits are a code too; look the code up.
 */
export function parseKbli(text: string, version: KbliVersion): Parsed<Kbli> {
  const cell = text
    .normalize('NFKC')
    .trim()
    .replace(/^['`’]/, '')
    .replace(/^kbli\b[\s.:]*/i, '');
  if (cell === '' || cell === '-') return unparsed('blank');
  const match = cell.match(/^(?:([a-v])(?![a-z\d])|[a-v]?[\s.]?(\d{2,5}))(?:[.,]0)?(?=$|[\s:–-])/i);
  if (!match) return unparsed('kbli_format');
  return done({ version, code: match[2] ?? match[1]!.toUpperCase() });
}

export function kbliLevel({ code }: Kbli): KbliLevel {
  return /^[A-Z]$/.test(code) ? 'section' : kbliLevels[code.length - 1]!;
}

/** The code directly above; null for sections and for divisions, whose section stands in the table. */
export function parentKbli({ version, code }: Kbli): Kbli | null {
  return code.length <= 2 ? null : { version, code: code.slice(0, -1) };
}

/** Whether `inner` is `outer` or falls under it, in the same edition; sections need the table. */
export function kbliContains(outer: Kbli, inner: Kbli): boolean {
  return outer.version === inner.version && inner.code.startsWith(outer.code);
}
