import type { Answer } from '#kernel/answer.ts';

const answers: readonly [RegExp, Exclude<Answer, 'known'>][] = [
  [/\b(?:tidak|tdk|gak|ga|nggak)\s+(?:mau|bersedia|boleh)|\bmenolak\b|\brahasia\b/i, 'declined'],
  [
    /\b(?:tidak|tdk|belum|blm|lupa)\s+(?:di)?(?:bawa|tunjuk\w*|serah\w*)|\bketinggalan\b|\bmenyusul\b|\blupa\b|\bhilang\b/i,
    'not_shown',
  ],
  [
    /\b(?:belum|blm|tidak|tdk)\s+(?:punya|pny|ada|memiliki|mempunyai|buat|urus)|\b(?:dalam\s+)?proses\b|^(?:belum|blm|tidak|tdk)\.?$/i,
    'none_yet',
  ],
];

/** Words written where a number belongs: "belum punya", "tidak mau", "menyusul"; null for anything else. */
export function statedAnswer(text: string): Exclude<Answer, 'known'> | null {
  if (text.length > 40 || !/\p{L}{3}/u.test(text) || /\d{6}/.test(text)) return null;
  return answers.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
