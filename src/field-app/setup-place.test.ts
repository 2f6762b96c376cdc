import { expect, test } from 'vitest';
import { type Adding, addingOf, setupAddress } from './setup-place.ts';

test('whoever signs in at the office comes back to the screen that sent them there', () => {
  for (const adding of ['person', 'forgotten', null] satisfies (Adding | null)[])
    expect(addingOf(new URL(setupAddress(adding), 'https://kantor.example').search)).toBe(adding);
  expect(addingOf('?pasang=lain')).toBeNull();
});
