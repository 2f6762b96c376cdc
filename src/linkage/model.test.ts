import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bitsOf,
  jointWeight,
  type LinkageModel,
  levelWeight,
  patternWeights,
  probabilityOf,
} from './model.ts';

const comparison = (name: string) => ({
  name,
  levels: [
    { label: 'exact', m: 0.9, u: 0.01 },
    { label: 'else', m: 0.1, u: 0.99 },
  ],
});
const model: LinkageModel = {
  prior: 0.001,
  comparisons: [comparison('name'), comparison('phone'), comparison('born')],
  dependences: [],
  related: [],
};
const [agree, differ] = [Math.log2(90), Math.log2(0.1 / 0.99)];

test('a probability comes back from its bits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (probability) => {
      expect(probabilityOf(bitsOf(probability))).toBeCloseTo(probability, 9);
    }),
  );
  expect(bitsOf(0.5)).toBe(0);
});

test('the weight is the prior and what each comparison says; no value says nothing', () => {
  const { strangers, related } = patternWeights(model, [0, 1, 2]);
  expect(strangers[0]).toBeCloseTo(bitsOf(0.001) + agree + differ, 9);
  expect(related[0]).toBe(Number.POSITIVE_INFINITY);
  expect(levelWeight({ label: '', m: 0.5, u: 0.5 })).toBe(0);
});

test('comparisons that depend on each other are weighed together', () => {
  const dependent = {
    ...model,
    dependences: [
      {
        one: 0,
        other: 1,
        bits: [
          [-5, 0],
          [0, 1],
        ],
      },
    ],
  };
  const weight = (levels: number[]) => patternWeights(dependent, levels).strangers[0]!;
  expect(weight([0, 0, 0])).toBeCloseTo(bitsOf(0.001) + 3 * agree - 5, 9);
  expect(weight([0, 2, 0])).toBeCloseTo(bitsOf(0.001) + 2 * agree, 9);
});

describe('pairs that may be related and yet two', () => {
  const withKind = { ...model, prior: 0.1, related: [{ differ: [0, 2], perMatch: 2, perMatchAlone: 0.1 }] };
  const weights = (levels: number[]) => {
    const { strangers, related, alone } = patternWeights(withKind, levels);
    return { strangers: strangers[0]!, related: related[0]!, alone: alone[0]! };
  };

  test('where only the phone is one, a relative is likelier than a match', () => {
    const { strangers, related } = weights([1, 0, 1]);
    expect(related).toBeCloseTo(2 * differ - 1, 9);
    expect(jointWeight(strangers, related)).toBeLessThan(-5);
  });

  test('where all agrees, a relative is far less likely', () => {
    expect(weights([0, 0, 0]).related).toBeCloseTo(2 * agree - 1, 9);
  });

  test('records that are like no other are weighed by how rarely such are relatives', () => {
    const { related, alone } = weights([1, 0, 0]);
    expect(alone - related).toBeCloseTo(Math.log2(2 / 0.1), 9);
  });
});

test('against two other explanations a pair weighs less than against the better of them', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: -40, max: 40, noNaN: true }),
      (a, b) => {
        const both = jointWeight(a, b);
        expect(both).toBeLessThanOrEqual(Math.min(a, b) + 1e-9);
        expect(both).toBeGreaterThanOrEqual(Math.min(a, b) - 1 - 1e-9);
        expect(2 ** -both / (2 ** -a + 2 ** -b)).toBeCloseTo(1, 9);
      },
    ),
  );
  expect(jointWeight(7, Number.POSITIVE_INFINITY)).toBe(7);
});
