import { isoDate } from '#sample/citizen-numbers.ts';
import { type Population, specialtyOf } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import { SAMPLE_DAY, type SampleBusiness, type SampleMembership, type Sector } from '#sample/sample-types.ts';
import { GROUP_WORDS } from '#sample/word-lists/business-words.ts';

const SECTOR_WORDS: Readonly<Record<Sector, string>> = {
  batik: 'Batik',
  fashion: 'Konveksi',
  craft: 'Kerajinan',
  accessories: 'Aksesoris',
  food: 'Makanan',
  drinks: 'Minuman',
  fish: 'Olahan Ikan',
  trade: 'Pedagang',
  services: 'Jasa',
  farming: 'Tani',
};
const MENTORED_BY_DEKRANASDA = new Set<Sector>(['batik', 'craft', 'fashion', 'accessories']);
const COOPERATIVES = 12;

type Group = Pick<SampleMembership, 'sampleGroupId' | 'name' | 'kind'>;

const twoWords = (key: number, ...of: (string | number)[]): string =>
  new Random(key, 'group', ...of).shuffled(GROUP_WORDS).slice(0, 2).join(' ');

const groupsFor = (population: Population, business: SampleBusiness, random: Random): Group[] => {
  const { key, officeCode } = population;
  const villageCode = business.premises.villageCode;
  const village = population.villageByCode.get(villageCode)?.name ?? villageCode;
  const groups: Group[] = [];
  if (specialtyOf(population, villageCode) === business.sector && random.chance(0.22)) {
    const name = `Sentra ${SECTOR_WORDS[business.sector]} ${village}`;
    groups.push({ sampleGroupId: `G${villageCode}-sentra`, name, kind: 'sentra' });
  }
  if (random.chance(0.03)) {
    const name = `KUB ${twoWords(key, villageCode, business.sector)} ${village}`;
    groups.push({ sampleGroupId: `G${villageCode}-kub-${business.sector}`, name, kind: 'kub' });
  }
  if (random.chance(0.025)) {
    const number = random.integer(1, COOPERATIVES);
    groups.push({
      sampleGroupId: `G${officeCode}-kop-${number}`,
      name: `Koperasi ${twoWords(key, 'kop', number)}`,
      kind: 'koperasi',
    });
  }
  if (random.chance(MENTORED_BY_DEKRANASDA.has(business.sector) ? 0.025 : 0)) {
    groups.push({ sampleGroupId: `G${officeCode}-dekranasda`, name: 'Binaan Dekranasda', kind: 'binaan' });
  }
  return groups;
};

/** Groups the business belongs or belonged to; one in ten memberships has ended. */
export const membershipsOf = (
  population: Population,
  index: number,
  business: SampleBusiness,
): SampleMembership[] => {
  const random = new Random(population.key, 'groups', index);
  return groupsFor(population, business, random).map((group) => {
    const firstYear = Math.max(2014, Number(business.startedOn.slice(0, 4)));
    let joinedOn = isoDate(random.integer(firstYear, 2026), random.integer(1, 9), random.integer(1, 28));
    if (joinedOn < business.startedOn) joinedOn = business.startedOn;
    const leaves = random.chance(0.1);
    const left = `${Number(joinedOn.slice(0, 4)) + random.integer(1, 4)}${joinedOn.slice(4)}`;
    return { ...group, joinedOn, leftOn: leaves && left < SAMPLE_DAY ? left : null };
  });
};
