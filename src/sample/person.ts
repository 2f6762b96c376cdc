import { birthOf, isoDate, kaderPhoneOf, nikOf, phoneOf } from '#sample/citizen-numbers.ts';
import type { Role } from '#sample/enterprise-plan.ts';
import { type Household, regionOf } from '#sample/household.ts';
import { personName } from '#sample/person-name.ts';
import type { Population } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import type { Disability, SampleOwner, Sex } from '#sample/sample-types.ts';
import { NEIGHBOUR_REGENCIES } from '#sample/word-lists/places.ts';

const LAST_ADULT_BIRTH_YEAR = 2007;
const FIRST_ACTIVE_BIRTH_YEAR = 1945;
const SHARE_REGISTERED_ELSEWHERE = 0.2;
const SHARE_DISABLED = 0.025;
const DISABILITIES: readonly Disability[] = [
  'physical',
  'physical',
  'physical',
  'sight',
  'hearing',
  'speech',
  'mental',
  'intellectual',
];

/** Children still under age and parents too old give place to the spouse. */
const actualRole = (population: Population, household: number, role: Role): Role => {
  const { year } = birthOf(household, role, population.key);
  if (role === 2 && year > LAST_ADULT_BIRTH_YEAR) return 1;
  if (role === 3 && year < FIRST_ACTIVE_BIRTH_YEAR) return 1;
  return role;
};

const sexOf = (household: Household, role: Role, random: Random): Sex => {
  const opposite: Sex = household.headSex === 'male' ? 'female' : 'male';
  if (role === 0) return household.headSex;
  if (role === 1) return opposite;
  return random.chance(role === 2 ? 0.5 : 0.75) ? 'female' : 'male';
};

/** Where a person was first registered: mostly the district of the household, at times another regency. */
const firstRegion = (population: Population, household: Household, random: Random): string => {
  if (!random.chance(SHARE_REGISTERED_ELSEWHERE)) return regionOf(household.village.code);
  const own = population.officeCode.replace('.', '');
  const regency = random.pick(
    NEIGHBOUR_REGENCIES.filter((code) => code !== own).slice(0, random.chance(0.6) ? 2 : 8),
  );
  return `${regency}0${random.integer(1, 4)}`;
};

const honorificOf = (sex: Sex, age: number, random: Random): string | undefined => {
  if (age > 45 && random.chance(0.1)) return sex === 'male' ? 'H.' : 'Hj.';
  return sex === 'male' && random.chance(0.006) ? random.pick(['KH.', 'Ust.', 'R.']) : undefined;
};

/** A member of a household, as an owner of an enterprise. */
export const personAt = (population: Population, household: Household, wantedRole: Role): SampleOwner => {
  const { key, officeCode } = population;
  const role = actualRole(population, household.number, wantedRole);
  const random = new Random(key, 'person', household.number, role);
  const birth = birthOf(household.number, role, key);
  const sex = sexOf(household, role, random);
  const age = 2026 - birth.year;
  const owner: SampleOwner = {
    sampleOwnerId: `O${officeCode}-${household.number}-${role}`,
    fullName: personName(sex, birth.year, random),
    sex,
    birthDate: isoDate(birth.year, birth.month, birth.day),
    nik: nikOf(firstRegion(population, household, random), birth, sex),
    noKk: household.noKk,
    phone: '',
    phoneWhose: 'own',
  };
  const whose = random.unit();
  if (whose < 0.78) {
    owner.phone = phoneOf(household.number, role, key);
  } else if (whose < 0.95) {
    owner.phone = phoneOf(household.number, role === 0 ? 1 : 0, key);
    owner.phoneWhose = 'family';
  } else {
    owner.phone = kaderPhoneOf(household.village.code, household.home.rw, key);
    owner.phoneWhose = 'kader';
  }
  const honorific = honorificOf(sex, age, random);
  if (honorific) owner.honorific = honorific;
  if (age < 60 && random.chance(0.035))
    owner.degree = random.pick(['S.Pd', 'S.E', 'S.H', 'A.Md', 'S.Ag', 'S.Kom', 'S.T', 'S.Sos']);
  if (random.chance(SHARE_DISABLED)) owner.disability = random.pick(DISABILITIES);
  return owner;
};
