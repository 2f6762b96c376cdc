import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyConditions } from '../factory.ts';
import { readConditions } from './read-conditions.ts';

const line = (when: unknown) => ({ lines: [{ key: 'a', label: { id: 'Satu', en: 'One' }, when }] });
const faults = (when: unknown) =>
  readConditions(line(when)).faults.map(({ path, code }) => `${path.join('.')} ${code}`);

describe('conditions from their JSON form', () => {
  it('come back as they were written, whatever they ask', () => {
    fc.assert(
      fc.property(anyConditions, (set) => {
        const written = JSON.parse(JSON.stringify(set)) as unknown;
        expect(readConditions(written)).toEqual({ set, faults: [] });
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it.each<[string, unknown, string[]]>([
    [
      'a field that no question of the kind has',
      { ask: 'nib', grade: 'seen' },
      ['lines.0.when.grade not_a_choice'],
    ],
    ['a kind of question that is none', { ask: 'horoscope' }, ['lines.0.when.ask not_a_choice']],
    ['an inherited name', { ask: 'toString' }, ['lines.0.when.ask not_a_choice']],
    [
      'a fault deep inside',
      { all: [{ not: { ask: 'scale', in: [] } }] },
      ['lines.0.when.all.0.not.in blank'],
    ],
    ['two ways of joining at once', { all: [{ ask: 'nib' }], any: [] }, ['lines.0.when.any not_a_choice']],
    [
      'at least three of two',
      { atLeast: 3, of: [{ ask: 'nib' }, { ask: 'verified' }] },
      ['lines.0.when.atLeast out_of_range'],
    ],
    ['from above to', { ask: 'owner_age', atLeast: 50, atMost: 20 }, ['lines.0.when.atMost out_of_range']],
    ['a figure without a bound', { ask: 'figure', kind: 'sales' }, ['lines.0.when.atMost out_of_range']],
    ['an area code as BPS writes it', { ask: 'area', in: ['3375010'] }, ['lines.0.when.in.0 area_format']],
    ['no condition at all', 'NIB', ['lines.0.when wrong_format']],
  ])('refuses %s and says where', (_, when, expected) => {
    expect(faults(when)).toEqual(expected);
  });

  it('refuses what nobody could read any more: too deep, too many, the same key twice', () => {
    let deep: unknown = { ask: 'nib' };
    for (let at = 0; at < 6; at++) deep = { not: deep };
    expect(faults(deep)).toEqual(['lines.0.when.not.not.not.not.not.not too_long']);
    const many = { all: Array.from({ length: 201 }, () => ({ ask: 'nib' })) };
    expect(readConditions(line(many)).set).toBeNull();
    const twice = [...line({ ask: 'nib' }).lines, ...line({ ask: 'nib' }).lines];
    expect(readConditions({ lines: twice }).faults).toEqual([
      { path: ['lines', 1, 'key'], code: 'used_twice' },
    ]);
  });
});
