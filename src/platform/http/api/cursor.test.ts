import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const question = { q: 'batik', village: ['33.75'] };

test.each([{ offset: 50 }, { after: '0196a3c0-0000-7000-8000-000000000001' }])(
  'a cursor leads back to %j',
  (position) => {
    expect(readCursor(writeCursor(position, question), question)).toEqual(position);
  },
);

test('a cursor of another question, or a text that is none, leads nowhere', () => {
  const cursor = writeCursor({ offset: 50 }, question);
  expect(readCursor(cursor, { ...question, q: 'tenun' })).toBeNull();
  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { of } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { of: string };
  for (const text of [
    '',
    'abc',
    '%%%',
    forged(null),
    forged({ of, offset: -1 }),
    forged({ of, after: "' or 1=1" }),
  ]) {
    expect(readCursor(text, question), text).toBeNull();
  }
});
