import { cleanText } from '#kernel/naming/clean-text.ts';
import { editDistance } from '#kernel/naming/edit-distance.ts';
import type { ColumnUnit, Period } from '#kernel/parse-rupiah.ts';
import { headerPhrases, headerSpelling, weakWords } from './header-words.ts';
import { fieldFacts, type ListField, listFields } from './list-fields.ts';

/** A heading; `top` is the line above it where two rows make the header ("TENAGA KERJA" over "L" and "P"). */
export type Heading = { readonly text: string; readonly top?: string };

/** What a heading says. `score` is 1 when every word of it was understood, and falls with words that were not. */
export type HeadingMeaning = {
  readonly candidates: readonly { field: ListField; score: number }[];
  readonly unit: ColumnUnit;
  readonly period: Period | null;
  /** "Omzet 2021" */
  readonly year: number | null;
};

const units: readonly [RegExp, ColumnUnit][] = [
  [/\b(?:miliar|milyar|milliar)(?:an)?\b/i, 1_000_000_000],
  [/\b(?:juta|jt|jta)(?:an)?\b/i, 1_000_000],
  [/\b(?:ribu|rb|rbu)(?:an)?\b|\brp\.?\s*[.,]?000\b|\(\s*[.,x]?\s*000\s*\)|\bx\s*1\.?000\b/i, 1_000],
];
const periods: readonly [RegExp, Period][] = [
  [/\b(?:hari|hr|harian|sehari)\b/i, 'day'],
  [/\b(?:minggu|mgg|mingguan|seminggu)\b/i, 'week'],
  [/\b(?:bulan|bln|bl|bulanan|sebulan)\b/i, 'month'],
  [/\b(?:tahun|thn|th|tahunan|setahun)\b/i, 'year'],
];
/** Said of how to fill the column in, not of what it holds. */
const instructions =
  /\bsesuai\s+(?:dengan\s+|dgn\s+|dg\s+)?(?:e-?\s?)?(?:ktp|kk|nik|dokumen)\b|\b\d+\s*(?:digit|angka)\b|\b(?:wajib|diisi|harus|jika ada|bila ada|kalau ada|jika|opsional|format|contoh)\b.*$|\bdd.?mm.?yyyy\b|\btgl.?bln.?thn\b/gi;
/** "Alamat sesuai KTP" is the one thing that the card decides: the address of the home. */
const addressOnCard =
  /\b(alamat)(?:\s+lengkap)?[\s(]+(?:sesuai|menurut|di|pada)\s+(?:dengan\s+|dgn\s+)?(?:e-?\s?)?ktp\b/gi;
const groupWords = /\b(?:identitas|profil|biodata|informasi|keterangan)\b/gi;
const currency = /\b(?:rp|rupiah|idr|dalam|dlm)\b/gi;
const unitWords = /\b(?:ribu|rb|juta|jt|miliar|milyar)(?:an)?\b|\b000\b/gi;
const periodWords =
  /\b(?:per|tiap|se)\b|\b(?:hari|hr|minggu|mgg|bulan|bln|bl|tahun|thn|th)(?:an)?\b|\bse(?:bulan|tahun|hari|minggu)\b|\b(?:19|20)\d{2}\b/gi;

const stopWords = new Set(
  'YG YANG DENGAN DARI DI DAN ATAU PADA THE OF DALAM SESUAI UNTUK OLEH DATA'.split(' '),
);
const vocabulary = new Set([
  ...Object.values(headerPhrases).flatMap((list) => list.flatMap((phrase) => phrase.split(' '))),
  ...headerSpelling.keys(),
]);
const longWords = [...vocabulary].filter((word) => word.length >= 5);
const phraseWords = listFields.flatMap((field) =>
  headerPhrases[field].map((phrase) => ({ field, words: new Set(phrase.split(' ')) })),
);
const remembered = new Map<string, HeadingMeaning>();

/** The words of a heading in one spelling and without repeats: "No. HP/WA" → HP, "KEL/DESA" → DESA. */
export function headingWords(text: string): string[] {
  const split = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(addressOnCard, '$1 KTP')
    .replace(instructions, ' ')
    .replace(/\be-?\s?ktp\b/gi, 'KTP');
  const clean = cleanText(split)
    .replace(/\bP ?I ?RT\b/g, 'PIRT')
    .replace(/\bLAKI LAKI\b/g, 'L')
    .replace(/\bTENAGA KERJA\b/g, 'PEKERJA');
  const words = clean.split(' ').filter((word) => word !== '' && !stopWords.has(word));
  return [...new Set(words.map(oneSpelling))];
}

function oneSpelling(word: string): string {
  const known = headerSpelling.get(word);
  if (known !== undefined) return known;
  if (vocabulary.has(word) || word.length < 5) return word;
  const near = longWords.find((other) => editDistance(word, other, 1) <= 1);
  return near === undefined ? word : (headerSpelling.get(near) ?? near);
}

/** A heading in the form by which two lists are said to have the same columns. */
export function headingKey({ text, top = '' }: Heading): string {
  const own = headingWords(text).join(' ');
  const above = top === '' || top === text ? '' : headingWords(top).join(' ');
  return above === '' ? own : `${above} > ${own}`;
}

/** Reads a heading by its words alone. Knows nothing of the values below it. */
export function readHeading(heading: Heading): HeadingMeaning {
  const key = `${heading.top ?? ''}\n${heading.text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const meaning = interpret(heading);
  if (remembered.size > 5_000) remembered.clear();
  remembered.set(key, meaning);
  return meaning;
}

function interpret({ text, top = '' }: Heading): HeadingMeaning {
  const whole = top === '' || top === text ? text : `${top.replace(groupWords, ' ')} ${text}`;
  const scores = new Map<ListField, number>();
  const consider = (words: string[], worth: number) => {
    for (const { field, score } of matches(words)) {
      if (score * worth > (scores.get(field) ?? 0)) scores.set(field, score * worth);
    }
  };
  consider(headingWords(whole), 1);
  if (whole !== text) consider(headingWords(text), 0.95);
  // "Omzet/bln (Rp)": what it counts, by which unit and for how long are told apart. "Tahun mulai" keeps its year.
  const bare = whole.replace(currency, ' ').replace(unitWords, ' ').replace(periodWords, ' ');
  const figures = matches(headingWords(bare)).filter(({ field }) => fieldFacts[field].kind === 'money');
  for (const { field, score } of figures) scores.set(field, Math.max(score, scores.get(field) ?? 0));
  const candidates = [...scores]
    .map(([field, score]) => ({ field, score }))
    .sort((a, b) => b.score - a.score || listFields.indexOf(a.field) - listFields.indexOf(b.field));
  const year = whole.match(/\b(?:19|20)\d{2}\b/)?.[0];
  return {
    candidates,
    unit: units.find(([pattern]) => pattern.test(whole))?.[1] ?? 1,
    period: periods.find(([pattern]) => pattern.test(whole))?.[1] ?? null,
    year: year === undefined ? null : Number(year),
  };
}

const weightOf = (word: string) => (weakWords.has(word) ? 0.35 : 1);

function matches(words: readonly string[]): { field: ListField; score: number }[] {
  const total = words.reduce((sum, word) => sum + weightOf(word), 0);
  if (total === 0) return [];
  const best = new Map<ListField, number>();
  for (const { field, words: wanted } of phraseWords) {
    let matched = 0;
    let found = 0;
    for (const word of words) {
      if (!wanted.has(word)) continue;
      matched += weightOf(word);
      found += 1;
    }
    // A phrase counts only whole: "Nama" in "Nama Ibu" is the owner's name only as far as "Ibu" is not understood.
    if (found < wanted.size) continue;
    const score = matched / total;
    if (score > (best.get(field) ?? 0)) best.set(field, score);
  }
  return [...best].filter(([, score]) => score >= 0.3).map(([field, score]) => ({ field, score }));
}
