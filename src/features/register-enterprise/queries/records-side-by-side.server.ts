import { ageBand, plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { type ComparedRow, listForComparison } from '../compare-store.server.ts';
import { chooseSurvivor } from '../rules/choose-survivor.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';

/** One enterprise beside another: what staff may see before any reveal, the birth date as an age band. */
export type RecordSideBySide = Omit<ComparedRow, 'birthDate' | 'nikLast4' | 'sector' | 'createdAt'> & {
  sector: Readonly<Record<Locale, string>>;
  ageBand: string | null;
  /** `************1234` */
  nikMasked: string | null;
  createdAt: string;
};

/**
 * The enterprises by id; a withdrawn one is left out. `asTheyWere`: what each record says by itself, though it may have
 * been merged since.
 */
export async function recordsSideBySide(
  { trx, officeCode, now }: Pick<CommandContext, 'trx' | 'officeCode' | 'now'>,
  enterpriseIds: readonly string[],
  { asTheyWere = false } = {},
): Promise<Map<string, RecordSideBySide>> {
  const today = plainDateInWib(now.getTime());
  const rows = await listForComparison(trx, officeCode, enterpriseIds, asTheyWere);
  return new Map(
    rows.map(({ birthDate, nikLast4, sector, createdAt, ...row }) => [
      row.enterpriseId,
      {
        ...row,
        sector: { id: sectorLabel(sector as Sector, 'id'), en: sectorLabel(sector as Sector, 'en') },
        ageBand: birthDate && ageBand(birthDate, today),
        nikMasked: nikLast4 && maskNik(nikLast4),
        createdAt: createdAt.toISOString(),
      },
    ]),
  );
}

/** Which of two stays where nobody chooses: see the rule. */
export function chooseSurvivorOf(one: RecordSideBySide, other: RecordSideBySide): RecordSideBySide {
  const facts = (record: RecordSideBySide) => ({
    ...record,
    filled: filled(record),
    sources: record.sources.length,
  });
  return chooseSurvivor(facts(one), facts(other)).enterpriseId === one.enterpriseId ? one : other;
}

/** How many of its fields say something. */
function filled(record: RecordSideBySide): number {
  const lists = [record.phones, record.products].filter((list) => list.length > 0).length;
  const { brand, activity, kbliTitle, ownerName, sex, ageBand: age, nikMasked, nib } = record;
  const { village, rt, rw, hamlet, address } = record;
  const single = [
    brand,
    activity,
    kbliTitle,
    ownerName,
    sex,
    age,
    nikMasked,
    nib,
    village,
    rt,
    rw,
    hamlet,
    address,
  ];
  return lists + single.filter((value) => value !== null).length;
}
