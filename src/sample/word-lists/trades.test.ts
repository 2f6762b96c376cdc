import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FEMALE_ARABIC, FEMALE_JAVANESE } from '#sample/word-lists/female-names.ts';
import { MALE_ARABIC, MALE_JAVANESE } from '#sample/word-lists/male-names.ts';
import { TRADES } from '#sample/word-lists/trades.ts';

/** Fields of a line of CSV; quoted fields may hold commas. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, 5).map((match) => match[2] ?? (match[1] as string));

const seed = readFileSync(new URL('../../../seeds/reference/kbli-2025.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(fieldsOf);

describe('the KBLI 2025 reference seed', () => {
  it('names at least 170 codes once each, with at least three everyday words in lower case', () => {
    expect(seed.length).toBeGreaterThanOrEqual(170);
    expect(new Set(seed.map(([version, code]) => `${version} ${code}`)).size).toBe(seed.length);
    for (const [version, code, title, synonyms, source] of seed as [
      string,
      string,
      string,
      string,
      string,
    ][]) {
      expect([version, source]).toEqual(['2025', 'BPS 7/2025']);
      expect(code).toMatch(/^\d{5}$/);
      expect(title).toMatch(/^[A-Z][a-z]/);
      expect(synonyms).toBe(synonyms.toLowerCase());
      expect(new Set(synonyms.split('|')).size).toBeGreaterThanOrEqual(3);
    }
  });

  it('files batik cloth under 13133, its place in KBLI 2025', () => {
    expect(seed.find(([, code]) => code === '13133')?.[2]).toBe('Industri kain batik');
    expect(seed.some(([, code]) => code === '13134')).toBe(false);
  });

  it('knows every line of business of the sample', () => {
    const codes = new Set(seed.map(([, code]) => code));
    expect(TRADES.filter((trade) => !codes.has(trade.kbli))).toEqual([]);
    expect(new Set(TRADES.map((trade) => trade.kbli)).size).toBe(TRADES.length);
  });
});

describe('the sample word lists', () => {
  it('have no name twice in one list', () => {
    for (const list of [MALE_JAVANESE, MALE_ARABIC, FEMALE_JAVANESE, FEMALE_ARABIC])
      expect(new Set(list).size).toBe(list.length);
  });

  it('give each product a price range that rises', () => {
    for (const { products } of TRADES)
      for (const [, , low, high] of products) expect(high).toBeGreaterThan(low);
  });
});
