import type { ListAsked } from '../rules/eligibility-view.ts';

const answers = { belum: 0, terpenuhi: 1, tidak_diketahui: 2 } as const;
const standingNames = ['memenuhi', 'kurang_satu', 'belum', 'belum_diketahui'] as const;

const numberOf = (text: string | null): number | null =>
  text && /^\d{1,2}$/.test(text) ? Number(text) : null;

/** What the address of a list asks for: `?keadaan=kurang_satu&langkah=0` or `?syarat=2&jawaban=belum`. */
export function listAsked(search: URLSearchParams): ListAsked {
  const standing = standingNames.indexOf(search.get('keadaan') as (typeof standingNames)[number]);
  const at = numberOf(search.get('syarat'));
  const answer = search.get('jawaban') ?? '';
  const code = Object.hasOwn(answers, answer) ? answers[answer as keyof typeof answers] : null;
  const after = search.get('setelah');
  return {
    standing: standing < 0 ? null : standing,
    step: numberOf(search.get('langkah')),
    line: at !== null && code !== null ? { at, code } : null,
    after: after && /^[0-9a-f-]{36}$/.test(after) ? after : null,
  };
}

export const standingValue = (standing: number): string => standingNames[standing] ?? '';

export function listAddress(
  programmeId: string,
  asked: { standing?: number; step?: number; line?: { at: number; code: 0 | 1 | 2 } },
): string {
  const search = new URLSearchParams();
  if (asked.standing !== undefined) search.set('keadaan', standingValue(asked.standing));
  if (asked.step !== undefined) search.set('langkah', String(asked.step));
  if (asked.line) {
    search.set('syarat', String(asked.line.at));
    search.set('jawaban', ['belum', 'terpenuhi', 'tidak_diketahui'][asked.line.code]!);
  }
  return `/pembinaan/${programmeId}/syarat/daftar?${search}`;
}
