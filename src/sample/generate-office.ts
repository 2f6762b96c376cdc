import { businessAt } from '#sample/business.ts';
import { birthOf, nikOf } from '#sample/citizen-numbers.ts';
import { BLOCK_SIZE, type EnterpriseSlot, planBlock } from '#sample/enterprise-plan.ts';
import { type Household, householdAt, regionOf } from '#sample/household.ts';
import { membershipsOf } from '#sample/memberships.ts';
import { personAt } from '#sample/person.ts';
import { personName } from '#sample/person-name.ts';
import { buildPopulation, type Population, type PopulationInput } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import type { SampleEnterprise, SampleOwner } from '#sample/sample-types.ts';

export type OfficeInput = PopulationInput & { rows: number };

const lateHusband = (population: Population, household: Household): SampleOwner['continuesFrom'] => {
  const birth = birthOf(household.number, 0, population.key);
  const random = new Random(population.key, 'late', household.number);
  return {
    fullName: personName('male', birth.year, random),
    nik: nikOf(regionOf(household.village.code), birth, 'male'),
  };
};

/** The household and owner of a slot; a widow's late husband was the head. */
export const ownerOf = (
  population: Population,
  slot: EnterpriseSlot,
): { household: Household; owner: SampleOwner } => {
  const found = householdAt(population, slot.household);
  const household: Household = slot.widow ? { ...found, headSex: 'male' } : found;
  const owner = personAt(population, household, slot.role);
  const late = slot.widow ? lateHusband(population, household) : undefined;
  return { household, owner: late ? { ...owner, continuesFrom: late } : owner };
};

/** Enterprise number `index` (from 0) of a population, made without making the others. */
export const enterpriseAt = (
  population: Population,
  index: number,
  slots: readonly EnterpriseSlot[] = planBlock(population, Math.floor(index / BLOCK_SIZE)),
): SampleEnterprise => {
  const slot = slots[index % BLOCK_SIZE] as EnterpriseSlot;
  const { household, owner } = ownerOf(population, slot);
  const business = businessAt(population, index, household, owner);
  return { owner, business, groups: membershipsOf(population, index, business) };
};

/**
 * The register of an office: `rows` invented enterprises, one at a time, so memory does not grow with their number.
 * The same office and seed give the same enterprises, and fewer rows are the beginning of more.
 *
 * All people are invented; how their NIK and phones are kept apart from real ones stands in citizen-numbers.ts.
 *
 * @throws RangeError when no village belongs to the office, none of the KBLI rows is known to the sample, or more
 * than about eight million rows are asked for.
 */
export function* generateOffice({
  rows,
  ...input
}: OfficeInput): Generator<SampleEnterprise, void, undefined> {
  const population = buildPopulation(input);
  let slots: readonly EnterpriseSlot[] = [];
  for (let index = 0; index < rows; index++) {
    if (index % BLOCK_SIZE === 0) slots = planBlock(population, index / BLOCK_SIZE);
    yield enterpriseAt(population, index, slots);
  }
}
