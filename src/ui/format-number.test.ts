import { expect, test } from 'vitest';
import { formatNumber, formatShare } from './format-number.ts';

test('thousands are parted by a dot in Indonesian and by a comma in English', () => {
  expect(formatNumber(23148, 'id')).toBe('23.148');
  expect(formatNumber(23148.25, 'en')).toBe('23,148.3');
});

test('a share that is not whole never reads as none or all', () => {
  expect(formatShare(0.004, 'id')).toBe('<1%');
  expect(formatShare(0.996, 'id')).toBe('>99%');
  expect(formatShare(1, 'id')).toBe('100%');
  expect(formatShare(0, 'id')).toBe('0%');
});
