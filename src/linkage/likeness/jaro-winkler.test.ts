import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf } from '../factory.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { letterSets, mostJaroWinkler } from './letter-sets.ts';

const likeness = (one: string, other: string) => jaroWinkler(...lettersOf(one), ...lettersOf(other));
// Few letters, so that values meet; some beyond Latin, some longer than the 32 that are matched by masks.
const mixed = fc.string({ unit: fc.constantFrom(...'abcdefghijABC019 éÉ山川'), maxLength: 20 });
const text = fc.string({ unit: fc.constantFrom(...'abcdeé山'), maxLength: 45 });

test.each([
  ['MARTHA', 'MARHTA', 0.961],
  ['DWAYNE', 'DUANE', 0.84],
  ['DIXON', 'DICKSONX', 0.813],
  ['JELLYFISH', 'SMELLYFISH', 0.896],
  ['AB', 'CD', 0],
  ['', 'A', 0],
  ['', '', 1],
])('%s and %s are alike by %d', (one, other, value) => {
  expect(likeness(one, other)).toBeCloseTo(value, 3);
});

/** As Jaro and Winkler describe it, letter by letter. */
function plainly(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  const matched: string[] = [];
  for (let at = 0; at < one.length; at += 1)
    for (let place = Math.max(0, at - reach); place <= Math.min(other.length - 1, at + reach); place += 1)
      if (!taken.has(place) && other[place] === one[at]) {
        taken.add(place);
        matched.push(one[at]!);
        break;
      }
  if (matched.length === 0) return 0;
  const opposite = [...taken].sort((a, b) => a - b).map((place) => other[place]);
  const moved = matched.filter((letter, at) => letter !== opposite[at]).length;
  const share = matched.length;
  const jaro = (share / one.length + share / other.length + (share - Math.floor(moved / 2)) / share) / 3;
  let prefix = 0;
  while (prefix < Math.min(4, one.length, other.length) && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

test('short and long values are matched as the definition says', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(likeness(one, other)).toBeCloseTo(plainly(one, other), 12);
    }),
    { numRuns: 1000 },
  );
});

test('likeness is between 0 and 1, and 1 for a value and itself', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const value = likeness(one, other);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(likeness(one, one)).toBeCloseTo(1, 12);
    }),
  );
});

test('the quick bound is never below the likeness', () => {
  const sets = (value: string) => {
    const [letters] = lettersOf(value);
    return letterSets(letters, Int32Array.of(0, value.length))[0]!;
  };
  fc.assert(
    fc.property(mixed, mixed, (one, other) => {
      fc.pre(one !== '' && other !== '');
      const most = mostJaroWinkler(
        one.length,
        sets(one),
        other.length,
        sets(other),
        one.charCodeAt(0) === other.charCodeAt(0),
      );
      expect(most).toBeGreaterThanOrEqual(likeness(one, other) - 1e-12);
    }),
    { numRuns: 2000 },
  );
});

test('the quick bound tells names apart that share no letters', () => {
  const [one, other] = [lettersOf('siti'), lettersOf('umar')];
  const set = ([letters, , to]: typeof one) => letterSets(letters, Int32Array.of(0, to))[0]!;
  expect(mostJaroWinkler(4, set(one), 4, set(other), false)).toBe(0);
});
