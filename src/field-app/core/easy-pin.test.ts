import { expect, test } from 'vitest';
import { isEasyPin } from './easy-pin.ts';

test.each(['111111', '123456', '654321', '121212', '123123'])('%s is guessed at once', (pin) => {
  expect(isEasyPin(pin)).toBe(true);
});

test.each(['246810', '190683', '112233'])('%s is not', (pin) => {
  expect(isEasyPin(pin)).toBe(false);
});
