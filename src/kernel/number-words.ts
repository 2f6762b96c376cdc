const ones = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const steps = [
  { of: 1_000_000_000_000, word: 'triliun' },
  { of: 1_000_000_000, word: 'miliar' },
  { of: 1_000_000, word: 'juta' },
  { of: 1_000, word: 'ribu' },
] as const;

function below1000(value: number): string[] {
  if (value >= 200) return [ones[Math.floor(value / 100)]!, 'ratus', ...below1000(value % 100)];
  if (value >= 100) return ['seratus', ...below1000(value - 100)];
  if (value >= 20) return [ones[Math.floor(value / 10)]!, 'puluh', ...below1000(value % 10)];
  if (value >= 12) return [ones[value - 10]!, 'belas'];
  return value === 0 ? [] : [ones[value]!];
}

/**
 * A whole number in Indonesian words (terbilang), as papers repeat sums and years: 1500 → `seribu lima ratus`.
 * @throws RangeError below 0, beyond 10^15, or for what is not whole
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) throw new RangeError(`no words for ${value}`);
  if (value === 0) return 'nol';
  const words: string[] = [];
  let rest = value;
  for (const { of, word } of steps) {
    const count = Math.floor(rest / of);
    rest %= of;
    if (count === 0) continue;
    if (of === 1_000 && count === 1) words.push('seribu');
    else words.push(...below1000(count), word);
  }
  return [...words, ...below1000(rest)].join(' ');
}
