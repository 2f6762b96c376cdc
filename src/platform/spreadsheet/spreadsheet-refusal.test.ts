import { expect, it } from 'vitest';
import { REFUSAL_CODES, spreadsheetRefusal } from './spreadsheet-refusal.ts';

it.each(REFUSAL_CODES)('the refusal “%s” says in both languages what happened and what to do', (code) => {
  const { message } = spreadsheetRefusal(code, {
    sheet: 'Jenggot',
    row: 12,
    column: 3,
    limit: 300,
    found: 301,
  });
  for (const text of [message.id, message.en]) {
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text.split(/[.;?] /).length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(/\.$/);
  }
});
