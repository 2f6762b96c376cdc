import { expect, test } from 'vitest';
import { compileComparisons } from '../compare.ts';
import type { LinkageModel } from '../model.ts';
import { planComparisons } from '../plan.ts';
import { TableBuilder } from '../table.ts';
import { scaleOf } from '../weigh.ts';
import { explainPair } from './explain-pair.ts';

test('a pair is explained by what each comparison adds, down to the sum', () => {
  const builder = new TableBuilder(['name', 'town', 'phone']);
  builder.add(['Siti', 'Tegal', '']);
  builder.add(['Siti', 'Brebes', '081']);
  const table = builder.finish();
  const plan = planComparisons(table, [
    { column: 'name', levels: ['exact'] },
    { column: 'town', levels: ['exact'] },
    { column: 'phone', levels: ['exact'] },
  ]);
  const levels = [
    { label: 'exact', m: 0.8, u: 0.1 },
    { label: 'else', m: 0.2, u: 0.8 },
  ];
  const model: LinkageModel = {
    prior: 0.2,
    comparisons: plan.comparisons.map(({ name }) => ({ name, levels })),
    dependences: [],
    related: [],
  };
  const scale = scaleOf(plan, model, compileComparisons(plan), () => new Int32Array(0));
  expect(explainPair(plan, scale.waterfall(0, 1), [0, 1]).split('\n')).toEqual([
    'comparison  left   right   level     weight  rarity  shared    sum',
    'prior                                 -2.00                  -2.00',
    'name        siti   siti    exact      +3.00                  +1.00',
    'town        tegal  brebes  else       -2.00                  -1.00',
    'phone              081     no value   +0.00                  -1.00',
    'together                                                     -1.00',
    'probability 0.333333',
  ]);
});
