import type { Blocks } from '#linkage/blocking.ts';
import { type Comparer, compareHere } from '#linkage/compare-pairs.ts';
import { bandOf } from '../src/features/resolve-duplicates/rules/false-merge-target.ts';
import type { EnterpriseRecord, LinkedPair } from '../src/likeness/enterprise-record.ts';
import { type LinkScope, linkEnterprises } from '../src/likeness/link-enterprises.ts';
import { blockingRecall } from '../src/linkage/node/blocking-recall.ts';
import { type Truth, truthOfSets } from '../src/linkage/node/truth.ts';
import type { Quality } from './linkage-engines.ts';
import type { LinkageRow } from './linkage-lists.ts';

/** A pair counts as found where it is likelier one enterprise than not; what is merged unseen is another figure. */
const FOUND_FROM = 0.5;

export type LinkedRows = {
  /** Of the pairs said to be one enterprise. */
  found: Quality;
  /** Of the pairs that may be merged without a person. */
  automatic: Quality;
  blockingRecall: number;
  pairsPerRow: number;
  /** True pairs that are merged by themselves or stand in the queue, of those that blocking brought together. */
  appliedOrQueued: number;
  /** Rows of the list that stand in the queue, of all its rows. */
  queuedRows: number;
};

/** Rows as the register or an import would hold them; only the register knows its owners. */
function asRecord({ cells, owner }: LinkageRow, isRegister: boolean): EnterpriseRecord {
  const said = (text: string) => (text === '' ? null : text);
  return {
    id: cells.id,
    ownerId: isRegister ? owner : null,
    ownerName: said(cells.name),
    nik: said(cells.nik),
    noKk: said(cells.no_kk),
    nib: said(cells.nib),
    phones: cells.phone === '' ? [] : [`+${cells.phone}`],
    birthDate: said(cells.birth_date),
    sex: cells.sex === 'male' || cells.sex === 'female' ? cells.sex : null,
    village: said(cells.village),
    rt: said(cells.rt),
    rw: said(cells.rw),
    address: said(cells.address),
    businessName: said(cells.business_name),
    activity: said(cells.activity),
    kbli: said(cells.kbli),
  };
}

function qualityOf(pairs: readonly LinkedPair[], truth: Truth): Quality {
  const right = pairs.filter(({ one, other }) => truth.has(one, other)).length;
  const precision = pairs.length === 0 ? 1 : right / pairs.length;
  const recall = truth.pairs === 0 ? 1 : right / truth.pairs;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** True are rows about one business; pairs within the register are no question of a list. */
function truthOf(list: readonly LinkageRow[], register: readonly LinkageRow[], scope: LinkScope): Truth {
  const numbers = new Map<string, number>();
  const of = Int32Array.from([...list, ...register], ({ business }) => {
    const number = numbers.get(business) ?? numbers.size;
    numbers.set(business, number);
    return number;
  });
  return truthOfSets(of, { leftCount: list.length }, scope === 'between');
}

/** Links as the register does: with its settings, its bands, and an owner's two businesses told apart. */
export async function linkRows(
  list: readonly LinkageRow[],
  register: readonly LinkageRow[],
  scope: LinkScope,
): Promise<LinkedRows> {
  let blocks: readonly Blocks[] = [];
  const comparer: Comparer = (job, onChunk, control) => {
    blocks = job.blocks;
    return compareHere(job, onChunk, control);
  };
  const { pairs, comparedPairs } = await linkEnterprises(
    list.map((row) => asRecord(row, false)),
    register.map((row) => asRecord(row, true)),
    scope,
    { comparer },
  );
  const truth = truthOf(list, register, scope);
  const same = pairs.filter(({ suggests }) => suggests === 'same');
  const automatic = same.filter((pair) => bandOf(pair, null) === 'sure');
  const isAutomatic = new Set(automatic);
  const queued = pairs.filter((pair) => !isAutomatic.has(pair));
  const recall = blockingRecall(blocks, truth);
  const rows = new Set(queued.flatMap(({ one, other }) => [one, other]).filter((at) => at < list.length));
  return {
    found: qualityOf(
      same.filter(({ probability }) => probability >= FOUND_FROM),
      truth,
    ),
    automatic: qualityOf(automatic, truth),
    blockingRecall: recall,
    pairsPerRow: comparedPairs / (list.length + register.length),
    appliedOrQueued: qualityOf(pairs, truth).recall / recall,
    queuedRows: rows.size / list.length,
  };
}
