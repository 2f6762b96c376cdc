import { enterpriseAt } from '#sample/generate-office.ts';
import { otherSpelling } from '#sample/name-spelling.ts';
import type { Population } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import type { SampleEnterprise } from '#sample/sample-types.ts';

/** What an officer types, and how they know that it is found. */
export const queryKinds = {
  'name as written': 'the name of an enterprise, letter for letter',
  'one typing error':
    'the name of an enterprise or of its owner with one letter wrong, left out, doubled or swapped',
  'other spelling': 'the name of an owner in another spelling that is current here',
  'still typing': 'the name of an enterprise, broken off in its last word',
  'owner and village': 'the name of an owner and the village',
} as const;
export type QueryKind = keyof typeof queryKinds;

/** A listed row, as far as finding goes. */
export type FoundRow = { name: string; ownerName: string | null; villageName: string | null };

export type SearchQuery = {
  kind: QueryKind;
  text: string;
  /**
   * Whether this row is what was looked for: it bears what was meant (of two enterprises of one name either will do),
   * or exactly what was typed, for a misspelling may be another person's name.
   */
  isMeant(row: FoundRow): boolean;
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One typing error in the longest word: that is where they happen, and where they can be forgiven. */
export function withTypingError(text: string, random: Random): string {
  const words = text.split(' ');
  const longest = words.reduce((best, word, at) => (word.length > words[best]!.length ? at : best), 0);
  const word = words[longest]!;
  const at = random.integer(1, Math.max(1, word.length - 2));
  const wrong = {
    left: () => word.slice(0, at) + word.slice(at + 1),
    doubled: () => word.slice(0, at) + word[at] + word.slice(at),
    swapped: () => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
    other: () => word.slice(0, at) + random.pick([...LETTERS]) + word.slice(at + 1),
  }[random.pick(['left', 'doubled', 'swapped', 'other'] as const)]();
  words[longest] = wrong;
  return words.join(' ');
}

const same = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase();

function queryOf(
  kind: QueryKind,
  { owner, business }: SampleEnterprise,
  villageName: string,
  random: Random,
): SearchQuery | null {
  const byName = (row: FoundRow) => row.name === business.name;
  const byOwner = (row: FoundRow) => row.ownerName === owner.fullName;
  switch (kind) {
    case 'name as written':
      return { kind, text: business.name, isMeant: byName };
    case 'one typing error': {
      const ofOwner = random.chance(0.5);
      const text = withTypingError(ofOwner ? owner.fullName : business.name, random);
      return { kind, text, isMeant: ofOwner ? byOwner : byName };
    }
    case 'other spelling': {
      const text = otherSpelling(owner.fullName, random);
      return text === owner.fullName ? null : { kind, text, isMeant: byOwner };
    }
    case 'still typing': {
      const last = business.name.split(' ').at(-1)!;
      if (last.length < 4) return null;
      const text = business.name.slice(0, -random.integer(1, last.length - 3));
      return { kind, text, isMeant: (row) => row.name.startsWith(text) };
    }
    case 'owner and village':
      return {
        kind,
        text: `${owner.fullName} ${villageName}`,
        isMeant: (row) => byOwner(row) && row.villageName === villageName,
      };
  }
}

/** `count` queries, the kinds in turn, about enterprises spread evenly over the first `rows`; the same ones every time. */
export function searchQueries(population: Population, rows: number, count: number): SearchQuery[] {
  const random = new Random('bench-search', rows);
  const kinds = Object.keys(queryKinds) as QueryKind[];
  const queries: SearchQuery[] = [];
  for (let at = 0; queries.length < count; at = (at + Math.floor(rows / count) + 1) % rows) {
    const enterprise = enterpriseAt(population, at);
    const village = population.villageByCode.get(enterprise.business.premises.villageCode);
    const query = queryOf(kinds[queries.length % kinds.length]!, enterprise, village?.name ?? '', random);
    if (!query || query.text.length < 4) continue;
    const { text, isMeant } = query;
    queries.push({
      ...query,
      isMeant: (row) => isMeant(row) || same(row.name, text) || same(row.ownerName, text),
    });
  }
  return queries;
}
