import { MOST_HOUSEHOLDS } from '#sample/citizen-numbers.ts';
import { BLOCK_SIZE, type EnterpriseSlot, planBlock } from '#sample/enterprise-plan.ts';
import { enterpriseAt, ownerOf } from '#sample/generate-office.ts';
import { type ListKind, listCells, listHeader } from '#sample/list/list-columns.ts';
import { Mess } from '#sample/list/mess.ts';
import { MESS_RATES, type MessKind, type MessLevel } from '#sample/list/mess-rates.ts';
import { type ListStyle, writtenRow } from '#sample/list/written-row.ts';
import { DATE_FORMATS } from '#sample/list/written-value.ts';
import { drawEnterprises, RecentEnterprises } from '#sample/list-draw.ts';
import { personAt } from '#sample/person.ts';
import { buildPopulation, type Population, type PopulationInput } from '#sample/population.ts';
import { hashText, Random } from '#sample/random.ts';
import type { SampleOwner } from '#sample/sample-types.ts';

export type ListInput = Omit<PopulationInput, 'seed'> & {
  kind: ListKind;
  rows: number;
  /** Share of the enterprises, 0 to 1, that are in the register; the rest are new. */
  overlap: number;
  mess: MessLevel;
  seed: string | number;
  /** The register as made by `generateOffice` with this seed and number of rows. */
  against: { seed: string | number; rows: number };
  /** Only this village, as lists by village offices; the list ends early when it has no more enterprises. */
  villageCode?: string;
  /** Share of the rows, 0 to below 1, that write an earlier business anew; otherwise as its mess has it. */
  repeated?: number;
};

export type ListTruth = {
  /** From 1, without the header. */
  listRow: number;
  sampleOwnerId: string;
  sampleBusinessId: string;
  inRegister: boolean;
  /** What went wrong in this row, for the analysis of errors; some of it may leave no trace in this kind of list. */
  mess: MessKind[];
};

export type SampleListRow = { header: readonly string[]; cells: string[]; truth: ListTruth };

/** Another member of the owner's household: the head, or the head's spouse. A widow has none. */
const relativeOf = (population: Population, slot: EnterpriseSlot, owner: SampleOwner): SampleOwner => {
  if (slot.widow) return owner;
  const { household } = ownerOf(population, slot);
  const head = personAt(population, household, 0);
  return head.sampleOwnerId === owner.sampleOwnerId ? personAt(population, household, 1) : head;
};

const checkInput = ({ rows, overlap, against, repeated = 0 }: ListInput): void => {
  if (!(repeated >= 0 && repeated < 1))
    throw new RangeError(`repeated ${repeated} is not a share from 0 to below 1`);
  if (!(overlap >= 0 && overlap <= 1)) throw new RangeError(`overlap ${overlap} is not a share from 0 to 1`);
  if (rows * overlap > against.rows) {
    throw new RangeError(
      `${rows} rows with overlap ${overlap} need more than the ${against.rows} of the register`,
    );
  }
};

/**
 * A messy list of the same people as the register, one row at a time, each with the truth about it.
 *
 * New people come from the part of the same population that follows the register, so two lists against one register
 * may also share people whom the register does not know. Memory does not grow with the rows.
 *
 * @throws RangeError when the overlap needs more enterprises than the register holds, or as `generateOffice`.
 */
export function* generateList(input: ListInput): Generator<SampleListRow, void, undefined> {
  checkInput(input);
  const { kind, rows, overlap, mess: level, against, villageCode } = input;
  const population = buildPopulation({ ...input, seed: against.seed });
  const listKey = hashText(`${input.seed}|${kind}|${population.key}`);
  const firstNew = Math.ceil(against.rows / BLOCK_SIZE) * BLOCK_SIZE;
  const spread = villageCode === undefined ? 2 : 4 * population.villageByCode.size;
  const known = drawEnterprises(population, { first: 0, count: against.rows, seed: listKey, villageCode });
  const unknown = drawEnterprises(population, {
    first: firstNew,
    count: Math.min(Math.max(1000, rows * spread), MOST_HOUSEHOLDS - firstNew),
    seed: listKey ^ 0x5bd1e995,
    villageCode,
  });
  const recent = new RecentEnterprises();
  const choice = new Random(listKey, 'choice');
  const rates = MESS_RATES[level];
  const header = listHeader(kind);
  const style: ListStyle = {
    upperCase: choice.chance(0.6),
    dateFormat: choice.integer(0, DATE_FORMATS.length - 2),
  };

  for (let listRow = 1; listRow <= rows; listRow++) {
    const repeated = choice.chance(input.repeated ?? rates.repeated) ? recent.at(choice.unit()) : null;
    const drawFirst = choice.chance(overlap) ? known : unknown;
    const index =
      repeated ??
      drawFirst() ??
      (overlap > 0 && overlap < 1 ? (drawFirst === known ? unknown : known)() : null);
    if (index === null) return;
    if (repeated === null) recent.add(index);

    const slots = planBlock(population, Math.floor(index / BLOCK_SIZE));
    const enterprise = enterpriseAt(population, index, slots);
    const random = new Random(listKey, 'row', listRow);
    const mess = new Mess(random, rates);
    const relative = relativeOf(population, slots[index % BLOCK_SIZE] as EnterpriseSlot, enterprise.owner);
    const cells = listCells(kind, writtenRow(population, enterprise, relative, style, mess), listRow, random);
    if (mess.happens('cellsSwapped')) {
      const at = random.integer(1, cells.length - 2);
      [cells[at], cells[at + 1]] = [cells[at + 1] as string, cells[at] as string];
    }
    yield {
      header,
      cells,
      truth: {
        listRow,
        sampleOwnerId: enterprise.owner.sampleOwnerId,
        sampleBusinessId: enterprise.business.sampleBusinessId,
        inRegister: index < against.rows,
        mess: repeated === null ? mess.happened : [...mess.happened, 'repeated'],
      },
    };
  }
}
