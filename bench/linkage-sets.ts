import { join } from 'node:path';
import type { MessLevel } from '#sample/list/mess-rates.ts';
import {
  COLUMNS,
  KEYS,
  keysOf,
  type LinkageRow,
  linkageList,
  readReference,
  writePlainCsv,
} from './linkage-lists.ts';

/**
 * Invented lists to link, and who is who in them. The entity is the enterprise: two businesses of one owner, or of one
 * household, are two; the business that a widow continues under her name is still the one.
 */
export type GeneratedSet = {
  name: string;
  mess: MessLevel;
  rows: number;
  /** Size of the other list, where two are linked: the register, or a list of another office. Else duplicates within. */
  against?: number;
  /** With columns to block by, see `KEYS`. */
  keys?: boolean;
};

/** Files of a set: one input to be searched for duplicates or two to be linked, and the truth about them. */
export type SetFiles = { inputs: readonly string[]; truth: string };

const REGISTER_SEED = 'linkage';
/** Of the rows of a list with duplicates, those that write an earlier business anew. */
const SHARE_REPEATED = 0.15;
const SHARE_IN_REGISTER = 0.2;

type List = Iterable<LinkageRow>;

/** The list with duplicates, or the register (or other list) and the list to be linked with it. */
export function listsOf(set: GeneratedSet, seed: string): [List] | [List, List] {
  const { rows, against, mess } = set;
  const reference = readReference();
  if (against === undefined) {
    const population = { seed: REGISTER_SEED, rows };
    const input = {
      kind: 'sidt',
      rows,
      overlap: 1,
      mess,
      repeated: SHARE_REPEATED,
      against: population,
    } as const;
    return [linkageList(reference, { ...input, seed: `${seed}-duplicates` }, 'L')];
  }
  // The whole register; or two samples of a population half as large again, so that neither holds the other.
  const isRegister = against < rows;
  const population = { seed: REGISTER_SEED, rows: isRegister ? against : Math.round(rows * 1.5) };
  const left = { kind: 'sidt', rows: against, overlap: 1, repeated: 0, against: population } as const;
  const right = { kind: 'bpum', rows, overlap: isRegister ? SHARE_IN_REGISTER : 1, mess } as const;
  return [
    linkageList(reference, { ...left, mess: isRegister ? 'low' : mess, seed: `${seed}-left` }, 'R'),
    linkageList(reference, { ...right, against: population, seed: `${seed}-right` }, 'L'),
  ];
}

/** Writes a list and gives the ids of each business in it. */
async function writeList(path: string, list: List, keys = false): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  const cells = function* () {
    for (const { cells, business } of list) {
      const known = ids.get(business);
      if (known) known.push(cells.id);
      else ids.set(business, [cells.id]);
      const own = COLUMNS.map((column) => cells[column]);
      yield keys ? [...own, ...keysOf(cells)] : own;
    }
  };
  await writePlainCsv(path, keys ? [...COLUMNS, ...KEYS] : COLUMNS, cells());
  return ids;
}

/** Writes a set into a folder; the same seed gives the same files. */
export async function writeSet(folder: string, set: GeneratedSet, seed: string): Promise<SetFiles> {
  const truth = join(folder, `${set.name}.truth.csv`);
  const [first, second] = listsOf(set, seed);
  const inputs = (second ? ['left', 'right'] : ['list']).map((side) =>
    join(folder, `${set.name}.${side}.csv`),
  );
  const ids = await writeList(inputs[0]!, first, set.keys);
  if (!second) {
    const rows = function* () {
      for (const [business, own] of ids) for (const id of own) yield [id, business];
    };
    await writePlainCsv(truth, ['id', 'cluster'], rows());
    return { inputs, truth };
  }
  const rightIds = await writeList(inputs[1]!, second, set.keys);
  const pairs = function* () {
    for (const [business, lefts] of ids)
      for (const one of lefts) for (const other of rightIds.get(business) ?? []) yield [one, other];
  };
  await writePlainCsv(truth, ['left', 'right'], pairs());
  return { inputs, truth };
}
