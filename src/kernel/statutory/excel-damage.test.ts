import { describe, expect, test } from 'vitest';
import { excelDamage, judgeColumn } from './excel-damage.ts';

const sound = (n: number) => `337501170880${String(n).padStart(4, '0')}`;
const rounded = (n: number) => `${sound(n).slice(0, 15)}0`;
const sequence = (length: number) => Array.from({ length }, (_, i) => i + 11);

test.each([
  ['3375011708800003', 'none'],
  ['3375011708800010', 'possible'],
  ['3375011708800000', 'certain'],
  ['3,37501E+15', 'certain'],
  ['3.37501e15', 'certain'],
  ["'3,37501E+15", 'certain'],
  ['33750117088000', 'none'],
  ['', 'none'],
])('%j: damage by Excel is %s', (text, damage) => {
  expect(excelDamage(text)).toBe(damage);
});

describe('a column is judged as a whole', () => {
  test('a sound column has about a tenth of its numbers ending in 0', () => {
    const judgement = judgeColumn(sequence(100).map(sound));
    expect(judgement).toEqual({ judged: 100, suspect: 10, damagedShare: 0, verdict: 'sound' });
  });

  test('a column that nearly always ends in 0 was rounded by Excel', () => {
    const judgement = judgeColumn([...sequence(97).map(rounded), sound(1), sound(2), sound(3)]);
    expect(judgement).toMatchObject({ judged: 100, suspect: 97, verdict: 'damaged' });
    expect(judgement.damagedShare).toBeCloseTo(0.967, 3);
  });

  test('a column pasted together from a sound and a rounded list is partly damaged', () => {
    const judgement = judgeColumn([...sequence(50).map(sound), ...sequence(50).map(rounded)]);
    expect(judgement).toMatchObject({ judged: 100, suspect: 55, verdict: 'partly' });
    expect(judgement.damagedShare).toBeCloseTo(0.5, 2);
  });

  test('a column in scientific notation is damaged', () => {
    expect(judgeColumn(Array(5).fill('3,37501E+15'))).toEqual({
      judged: 5,
      suspect: 5,
      damagedShare: 1,
      verdict: 'damaged',
    });
  });

  test('empty cells and shorter numbers are not judged', () => {
    expect(judgeColumn(['', '-', '0285421234', sound(10)])).toEqual({
      judged: 1,
      suspect: 1,
      damagedShare: 1,
      verdict: 'too_few',
    });
    expect(judgeColumn([])).toEqual({ judged: 0, suspect: 0, damagedShare: 0, verdict: 'too_few' });
  });

  test('one number in scientific notation is enough to warn, however short the column', () => {
    expect(judgeColumn([sound(1), '3,37501E+15']).verdict).toBe('partly');
  });
});
