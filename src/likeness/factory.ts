import { parsePersonName } from '#kernel/naming/person-name.ts';
import { compileComparisons } from '#linkage/compare.ts';
import { elseLevel, nullLevel, planComparisons } from '#linkage/plan.ts';
import { generateOffice } from '#sample/generate-office.ts';
import { AREAS, KBLI } from '#sample/sample-areas.fixture.ts';
import type { EnterpriseRecord } from './enterprise-record.ts';
import { enterpriseSettings } from './enterprise-settings.ts';
import { enterpriseTable } from './enterprise-table.ts';

const NOTHING: EnterpriseRecord = {
  id: 'e',
  ownerId: null,
  ownerName: null,
  nik: null,
  noKk: null,
  nib: null,
  phones: [],
  birthDate: null,
  sex: null,
  village: null,
  rt: null,
  rw: null,
  address: null,
  businessName: null,
  activity: null,
  kbli: null,
};

/** A record of which only this is known. */
export const enterprise = (known: Partial<EnterpriseRecord>): EnterpriseRecord => ({ ...NOTHING, ...known });

/** Invented enterprises of other people: so that names, villages and trades are as common as they are. */
export function crowd(count: number): EnterpriseRecord[] {
  const office = generateOffice({
    officeCode: '33.75',
    rows: count,
    seed: 'crowd',
    areas: AREAS,
    kbli: KBLI,
  });
  return Array.from(office, ({ owner, business }, at) =>
    enterprise({
      id: `crowd ${at}`,
      ownerId: owner.sampleOwnerId,
      ownerName: owner.fullName,
      nik: owner.nik,
      noKk: owner.noKk,
      phones: [owner.phone],
      birthDate: owner.birthDate,
      sex: owner.sex,
      village: business.premises.villageCode,
      rt: business.premises.rt,
      rw: business.premises.rw,
      address: business.premises.street ?? null,
      businessName: business.name,
      activity: business.products[0]?.name ?? null,
      kbli: business.kbli,
    }),
  );
}

const others = crowd(300).filter(({ ownerName }) => parsePersonName(ownerName ?? '').tokens.length > 1);

/** By comparison the level that two records reach, among the crowd; `different` where none holds. */
export function levelsReached(
  one: Partial<EnterpriseRecord>,
  other: Partial<EnterpriseRecord>,
): Record<string, string> {
  const table = enterpriseTable([enterprise(one), enterprise(other)], others);
  const plan = planComparisons(table, enterpriseSettings.comparisons);
  const levelsOf = compileComparisons(plan);
  return Object.fromEntries(
    plan.comparisons.map((comparison, at) => {
      const level = levelsOf[at]!(0, 1);
      const named = comparison.levels[level]?.label;
      if (level === nullLevel(comparison)) return [comparison.name, 'missing'];
      return [comparison.name, level === elseLevel(comparison) ? 'different' : (named ?? 'missing')];
    }),
  );
}
