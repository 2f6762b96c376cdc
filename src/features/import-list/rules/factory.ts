import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type AreaAlias, AreaIndex, type AreaRow } from './area-index.ts';

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

export const anAreaIndex = (officeCode = '33.75') => new AreaIndex(officeCode, areasAroundPekalongan, oldNames);
