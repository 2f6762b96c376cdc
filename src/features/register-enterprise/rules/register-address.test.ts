import { expect, test } from 'vitest';
import { readRegisterAddress, registerQuery } from './register-address.ts';

const read = (query: string) => readRegisterAddress(new URLSearchParams(query));

test('the address says which words, chips and page are wanted', () => {
  expect(read('q=batik&wilayah=33.75.03.1008&sektor=batik&sektor=craft&setelah=100')).toEqual({
    text: 'batik',
    filter: { village: ['33.75.03.1008'], sector: ['batik', 'craft'] },
    offset: 100,
  });
});

test('an empty chip is no chip, and a page that makes no sense is the first', () => {
  expect(read('q=&wilayah=&setelah=-3')).toEqual({ text: '', filter: {}, offset: 0 });
  expect(read('setelah=abc').offset).toBe(0);
  expect(read('sebelum=0').offset).toBe(0);
});

test('a download asks for the whole list that is on screen, not for one page of it', () => {
  const onScreen = new URLSearchParams('q=+batik+&status=verified&setelah=50&lain=x');
  expect(registerQuery(onScreen)).toBe('?q=batik&status=verified');
  expect(registerQuery(new URLSearchParams())).toBe('');
});
