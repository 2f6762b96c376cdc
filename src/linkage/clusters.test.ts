import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterPairs } from './clusters.ts';

type Pair = readonly [one: number, other: number, weight: number];
const pairsOf = (pairs: readonly Pair[]) => ({
  one: Int32Array.from(pairs, ([one]) => one),
  other: Int32Array.from(pairs, ([, other]) => other),
  weight: Float32Array.from(pairs, ([, , weight]) => weight),
});
/** Weight of any two records: as given, or what strangers weigh. */
const weightsOf = (pairs: readonly Pair[], strangers: number) => (one: number, other: number) =>
  pairs.find(([a, b]) => (a === one && b === other) || (a === other && b === one))?.[2] ?? strangers;

describe('without a guard', () => {
  test('clusters are what hangs together at or above the threshold', () => {
    const pairs: Pair[] = [
      [0, 1, 5],
      [1, 2, 4],
      [2, 3, 3.9],
      [4, 5, 9],
    ];
    expect(clusterPairs(6, pairsOf(pairs), { threshold: 4 })).toEqual({
      of: Int32Array.of(0, 0, 0, 3, 4, 4),
      held: [],
    });
  });

  test('are the connected components, whatever the pairs', () => {
    const pair = fc
      .tuple(fc.nat(14), fc.nat(14), fc.integer({ min: -5, max: 5 }))
      .filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const { of, held } = clusterPairs(15, pairsOf(pairs), { threshold: 0 });
        const reached = Array.from({ length: 15 }, (_, record) => record);
        for (let round = 0; round < 15; round += 1)
          for (const [a, b, weight] of pairs)
            if (weight >= 0) reached[a] = reached[b] = Math.min(reached[a]!, reached[b]!);
        expect([...of]).toEqual(reached);
        expect(held).toEqual([]);
      }),
    );
  });
});

describe('the guard against chains', () => {
  // Two families of three; one likeness between them that is strong by itself.
  const within: Pair[] = [
    [0, 1, 9],
    [1, 2, 9],
    [0, 2, 9],
    [3, 4, 9],
    [4, 5, 9],
    [3, 5, 9],
  ];
  const bridge: Pair = [2, 3, 8];

  test('holds a pair that would join clusters which do not look like one, for a person to see', () => {
    const pairs = [...within, bridge];
    const { of, held } = clusterPairs(6, pairsOf(pairs), { threshold: 3, weightOf: weightsOf(pairs, -12) });
    expect([...of]).toEqual([0, 0, 0, 3, 3, 3]);
    expect(held).toEqual([{ one: 2, other: 3, weight: 8 }]);
    expect([...clusterPairs(6, pairsOf(pairs), { threshold: 3 }).of]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('lets a poor copy in: the mean decides, not the worst', () => {
    const pairs: Pair[] = [...within.slice(0, 3), [2, 3, 8]];
    const { of } = clusterPairs(4, pairsOf(pairs), { threshold: 3, weightOf: weightsOf(pairs, -6) });
    expect([...of]).toEqual([0, 0, 0, 0]);
  });

  test('one strong likeness does not outweigh many contradictions', () => {
    const pairs: Pair[] = [...within.map(([a, b]): Pair => [a, b, 2000]), [2, 3, 1000]];
    const guarded = clusterPairs(6, pairsOf(pairs), { threshold: 3, weightOf: weightsOf(pairs, -12) });
    expect(guarded.held).toEqual([{ one: 2, other: 3, weight: 1000 }]);
  });

  test('does not ask about two single records: the pair has been weighed', () => {
    const { of } = clusterPairs(2, pairsOf([[0, 1, 4]]), {
      threshold: 3,
      weightOf: () => {
        throw new Error('asked');
      },
    });
    expect([...of]).toEqual([0, 0]);
  });

  test('of large clusters some pairs are looked at', () => {
    const clique = (from: number): Pair[] =>
      Array.from({ length: 40 }, (_, a) => a).flatMap((a) =>
        Array.from({ length: a }, (_, b): Pair => [from + b, from + a, 9]),
      );
    const pairs: Pair[] = [...clique(0), ...clique(40), [0, 40, 8]];
    let looks = 0;
    const { held } = clusterPairs(80, pairsOf(pairs), {
      threshold: 3,
      weightOf: (one, other) => {
        if (one < 40 !== other < 40) looks += 1;
        return one < 40 === other < 40 ? 9 : -9;
      },
    });
    expect(held).toHaveLength(1);
    expect(looks).toBe(64);
  });
});

test('records that must never be one are kept apart, also through others', () => {
  const pairs: Pair[] = [
    [0, 1, 9],
    [1, 2, 8],
    [2, 3, 7],
  ];
  const isConflict = (one: number, other: number) => Math.min(one, other) === 0 && Math.max(one, other) === 3;
  const { of, held } = clusterPairs(4, pairsOf(pairs), { threshold: 3, isConflict });
  expect([...of]).toEqual([0, 0, 0, 3]);
  expect(held).toEqual([{ one: 2, other: 3, weight: 7 }]);
});
