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

/** Two lists: enterprises of the register nearly as they are, against a messy list of aid recipients. */
function linked({ rows, against = 0, mess }: GeneratedSet, seed: string): [List, List] {
  const reference = readReference();
  // As many as the register holds, or a sample of a population half as large again, so that neither holds the other.
  const isRegister = against < rows;
  const population = { seed: REGISTER_SEED, rows: isRegister ? against : Math.round(rows * 1.5) };
  return [
    linkageList(
      reference,
      {
        kind: 'sidt',
        rows: against,
        overlap: 1,
        mess: isRegister ? 'low' : mess,
        repeated: 0,
        seed: `${seed}-left`,
        against: population,
      },
      'R',
    ),
    linkageList(
      reference,
      {
        kind: 'bpum',
        rows,
        overlap: isRegister ? SHARE_IN_REGISTER : 1,
        mess,
        seed: `${seed}-right`,
        against: population,
      },
      'L',
    ),
  ];
}

function withDuplicates({ rows, mess }: GeneratedSet, seed: string): List {
  return linkageList(
    readReference(),
    {
      kind: 'sidt',
      rows,
      overlap: 1,
      mess,
      repeated: SHARE_REPEATED,
      seed: `${seed}-duplicates`,
      against: { seed: REGISTER_SEED, rows },
    },
    'L',
  );
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
  if (set.against === undefined) {
    const input = join(folder, `${set.name}.csv`);
    const ids = await writeList(input, withDuplicates(set, seed), set.keys);
    const rows = function* () {
      for (const [business, own] of ids) for (const id of own) yield [id, business];
    };
    await writePlainCsv(truth, ['id', 'cluster'], rows());
    return { inputs: [input], truth };
  }
  const inputs = [join(folder, `${set.name}.left.csv`), join(folder, `${set.name}.right.csv`)];
  const [left, right] = linked(set, seed);
  const leftIds = await writeList(inputs[0]!, left);
  const rightIds = await writeList(inputs[1]!, right);
  const pairs = function* () {
    for (const [business, lefts] of leftIds)
      for (const one of lefts) for (const other of rightIds.get(business) ?? []) yield [one, other];
  };
  await writePlainCsv(truth, ['left', 'right'], pairs());
  return { inputs, truth };
}
