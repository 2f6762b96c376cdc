import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../random.ts';
import type { LinkageSettings } from '../settings.ts';
import { type Table, TableBuilder } from '../table.ts';

/** Invented people, some of them written down more than once and not always well: for tests. */
export type InventedPeople = { names: string[]; rows: string[][]; clusters: number[] };

const SYLLABLES = [
  'ba',
  'ri',
  'su',
  'ta',
  'mo',
  'ka',
  'di',
  'wi',
  'no',
  'sa',
  'ra',
  'hu',
  'lan',
  'yan',
  'mar',
  'in',
];

export const peopleSettings: LinkageSettings = {
  id: 'id',
  comparisons: [
    { column: 'given', as: 'name' },
    { column: 'family', as: 'name' },
    { column: 'born', as: 'date' },
    { column: 'town', as: 'exact' },
  ],
  blocking: ['family', 'born', 'given + town'],
  samplePairs: 20_000,
};

export function inventedPeople(count: number, seed = 1): InventedPeople {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const word = (length: number) => Array.from({ length }, () => SYLLABLES[below(SYLLABLES.length)]).join('');
  const pool = (size: number, length: number) => Array.from({ length: size }, () => word(length));
  const [givens, families, towns] = [pool(60, 2), pool(120, 3), pool(12, 3)];
  const slip = (text: string) => {
    const at = below(text.length - 1);
    return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  };
  const rows: string[][] = [];
  const clusters: number[] = [];
  for (let person = 0; rows.length < count; person += 1) {
    const year = 1950 + below(50);
    const born = `${year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
    const facts = [givens[below(60)]!, families[below(120)]!, born, towns[below(12)]!];
    for (let times = random() < 0.4 ? 2 + below(2) : 1; times > 0 && rows.length < count; times -= 1) {
      const written = facts.map((fact) => (random() < 0.06 ? '' : random() < 0.08 ? slip(fact) : fact));
      rows.push([`p${rows.length}`, ...written]);
      clusters.push(person);
    }
  }
  return { names: ['id', 'given', 'family', 'born', 'town'], rows, clusters };
}

export function tableOfPeople({ names, rows }: InventedPeople): Table {
  const builder = new TableBuilder(names);
  for (const row of rows) builder.add(row);
  return builder.finish();
}

/** A folder of its own, and how to put files there. */
export function inFolder(): {
  path(name: string): string;
  file(name: string, text: string | Buffer): string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-test-'));
  const path = (name: string) => join(folder, name);
  return {
    path,
    file(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
  };
}

export const csvOf = (names: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [names, ...rows].map((row) => row.join(',')).join('\n');
