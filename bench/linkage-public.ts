import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { writePlainCsv } from './linkage-lists.ts';
import type { SetFiles } from './linkage-sets.ts';

/** A public set of people with a known truth, as its publishers hand it out. */
export type PublicSet = {
  /** Names the settings of both engines: those of the set, or of its family (`febrl`). */
  name: string;
  files: readonly string[];
};

/**
 * Sets whose truth is known from their columns: `cluster`, or FEBRL's `rec_id` (rec-12-org, rec-12-dup-0). Two files
 * `<name>a.csv` and `<name>b.csv` are linked with each other.
 */
export function publicSets(folder: string): PublicSet[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => file.slice(0, -'.csv'.length))
    .sort();
  return names.flatMap((name) => {
    const other = `${name.slice(0, -1)}b`;
    if (name.endsWith('b') && names.includes(`${name.slice(0, -1)}a`)) return [];
    if (name.endsWith('a') && names.includes(other))
      return [
        { name: name.slice(0, -1), files: [join(folder, `${name}.csv`), join(folder, `${other}.csv`)] },
      ];
    return [{ name, files: [join(folder, `${name}.csv`)] }];
  });
}

type Row = Record<string, string>;

function readRows(path: string): Row[] {
  const parsed = Papa.parse<Row>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim(),
  });
  return parsed.data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value.trim()])),
  );
}

const ID_COLUMNS = ['id', 'unique_id', 'rec_id'];

/** The entity that a row is about; undefined where the file does not tell. */
function entityOf(row: Row): string | undefined {
  return row.cluster ?? /^rec-(\d+)-/.exec(row.rec_id ?? '')?.[1];
}

/**
 * Copies a set into a folder without what would give the answer away: the column `cluster` is taken off, and ids are
 * numbers, for FEBRL's own ids tell who is who.
 * @returns null when a file tells no truth
 */
export async function tidySet(folder: string, set: PublicSet): Promise<SetFiles | null> {
  const lists = set.files.map(readRows);
  if (lists.some((rows) => rows.length === 0 || rows.some((row) => entityOf(row) === undefined))) return null;
  let number = 0;
  const ids = lists.map((rows) => rows.map(() => String(++number)));
  const inputs = await Promise.all(
    lists.map(async (rows, list) => {
      const columns = Object.keys(rows[0]!).filter((column) => ![...ID_COLUMNS, 'cluster'].includes(column));
      const path = join(folder, `${set.name}.${list}.csv`);
      const cells = rows.map((row, at) => [ids[list]![at]!, ...columns.map((column) => row[column] ?? '')]);
      await writePlainCsv(path, ['id', ...columns], cells);
      return path;
    }),
  );
  const truth = join(folder, `${set.name}.truth.csv`);
  const [left, right] = lists.map((rows, list) => rows.map((row, at) => [ids[list]![at]!, entityOf(row)!]));
  if (!right) await writePlainCsv(truth, ['id', 'cluster'], left!);
  else {
    const rightIds = Map.groupBy(right, ([, entity]) => entity!);
    const pairs = left!.flatMap(([id, entity]) =>
      (rightIds.get(entity!) ?? []).map(([other]) => [id!, other!]),
    );
    await writePlainCsv(truth, ['left', 'right'], pairs);
  }
  return { inputs, truth };
}
