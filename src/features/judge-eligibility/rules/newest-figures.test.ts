import { expect, it } from 'vitest';
import { newestFigures } from './newest-figures.ts';

const figure = (kind: string, year: number, amount: number, upper: number | null = null) => ({
  kind,
  year,
  amount,
  upper,
});

it('asks the newest of each kind', () => {
  expect(newestFigures([figure('sales', 2025, 5), figure('sales', 2024, 9)])).toEqual([
    figure('sales', 2025, 5),
  ]);
});

it('adds women and men of one year up, bands included', () => {
  expect(newestFigures([figure('workers_female', 2025, 3), figure('workers_male', 2025, 1, 4)])).toEqual([
    figure('workers', 2025, 4, 7),
  ]);
});

it('knows only a least number where one of both was counted', () => {
  expect(newestFigures([figure('workers_female', 2025, 3)])).toEqual([figure('workers', 2025, 3, Infinity)]);
});

it('prefers a count of everybody that is as new', () => {
  expect(newestFigures([figure('workers', 2025, 6), figure('workers_female', 2025, 3)])).toEqual([
    figure('workers', 2025, 6),
  ]);
});
