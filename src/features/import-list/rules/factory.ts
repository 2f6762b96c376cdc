import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type AreaAlias, AreaIndex, type AreaRow } from './area-index.ts';
import { type ColumnChoice, type ColumnMapping, unused } from './column-choice.ts';
import type { ListContext } from './list-context.ts';
import type { ListField } from './list-fields.ts';
import { PlaceFinder } from './resolve-place.ts';

const folder = join(dirname(dirname(createRequire(import.meta.url).resolve('idn-area-data'))), 'data');
const lines = (file: string) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/).slice(1);

const bpsCodes = new Map([
  ['33.75.01', '3375010'],
  ['33.75.02', '3375020'],
  ['33.75.03', '3375040'],
  ['33.75.04', '3375030'],
]);

/** Real areas of Kota Pekalongan, Kab. Batang and Kab. Pekalongan, of every level. */
export const areasAroundPekalongan: readonly AreaRow[] = ['provinces', 'regencies', 'districts', 'villages']
  .flatMap((level) => lines(`${level}.csv`))
  .filter((line) => /^33(,|\.(75|25|26)[.,])/.test(line))
  .map((line) => {
    const cells = line.split(',');
    const code = cells[0]!;
    return { code, name: cells.at(-1)!, bpsCode: bpsCodes.get(code) ?? null };
  });

export const oldNames: readonly AreaAlias[] = [
  { code: '33.75.01.1004', alias: 'Sapuro' },
  { code: '33.75.01.1004', alias: 'Kebulen' },
  { code: '33.75.04.1010', alias: 'Soko' },
];

export const anAreaIndex = (officeCode = '33.75') =>
  new AreaIndex(officeCode, areasAroundPekalongan, oldNames);

const kbliOfWords: readonly [RegExp, string][] = [
  [/batik/i, '13133'],
  [/kerupuk|keripik/i, '10794'],
];

/** What rows of a list of Kota Pekalongan of 14 March 2026 are checked against. */
export function aListContext(more: Partial<ListContext> = {}): ListContext {
  return {
    places: new PlaceFinder(anAreaIndex('33.75')),
    listDate: '2026-03-14',
    figureYear: 2026,
    kbliVersion: '2025',
    kbli: {
      has: ({ version, code }) => version === '2025' && ['13133', '10794', '01111'].includes(code),
      guess: (words) => {
        const code = kbliOfWords.find(([pattern]) => pattern.test(words))?.[1];
        return code === undefined ? null : { version: '2025', code };
      },
      sectorOf: ({ version, code }) =>
        version !== '2025' ? 'other' : code === '13133' ? 'batik' : code.startsWith('10') ? 'food' : 'other',
    },
    phoneAreaCode: '0285',
    damage: [],
    ...more,
  };
}

/** A mapping from field names, in the order of the columns: `aMapping('full_name', 'nik')`. */
export const aMapping = (...columns: (ListField | Partial<ColumnChoice> | null)[]): ColumnMapping =>
  columns.map((column) => ({
    ...unused,
    ...(column !== null && typeof column === 'object' ? column : { field: column }),
  }));
