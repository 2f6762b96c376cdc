import { expect, test } from 'vitest';
import { holdsTag, revisionOfTag, revisionTag } from './revision-tag.ts';

test('an edit names the revision it was made from, also when compression made the tag weak', () => {
  const tag = revisionTag(12, '{"name":"Batik"}');
  for (const sent of [tag, `W/${tag}`, '"12"', ' "12" ']) expect(revisionOfTag(sent), sent).toBe(12);
  for (const sent of [undefined, '', '*', '12', '"abc"', '"1", "2"', '"1234567890"'])
    expect(revisionOfTag(sent), sent).toBeNull();
});

test('a record whose products changed has another tag with the same revision', () => {
  const [before, after] = [revisionTag(1, '{"products":[]}'), revisionTag(1, '{"products":[1]}')];
  expect(before).not.toBe(after);
  expect(revisionOfTag(after)).toBe(1);
  expect(holdsTag(`"0.x", W/${before}`, before)).toBe(true);
  expect(holdsTag(before, after)).toBe(false);
  expect(holdsTag(undefined, after)).toBe(false);
});
