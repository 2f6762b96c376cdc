import { expect, test } from 'vitest';
import { type HistoryEntry, openCorrection, tellingChanges } from './record-history.ts';

const entry = (day: number, kind: string, field: string, after: string): HistoryEntry => ({
  changeId: String(day),
  changedAt: new Date(2026, 2, day),
  changedBy: 'Siti Aminah',
  via: 'form',
  kind,
  changes: [{ field, before: null, after }],
});

test('what the owner asked to be corrected stays in sight until someone edits the record', () => {
  const asked = entry(2, 'note', 'correction', 'RT saya 03');
  expect(openCorrection([asked, entry(1, 'edited', 'name', 'x')])?.text).toBe('RT saya 03');
  expect(openCorrection([entry(3, 'edited', 'rt', '03'), asked])).toBeNull();
  expect(openCorrection([entry(3, 'note', 'note', 'ditelepon'), asked])?.text).toBe('RT saya 03');
});

test('an officer’s own note is no request of the owner', () => {
  expect(openCorrection([entry(2, 'note', 'note', 'x')])).toBeNull();
});

test('a NIB and why there was none are told in one line, a changed answer alone in its own', () => {
  const nib = { field: 'nib', before: null, after: '1234567890123' };
  const answer = { field: 'nibAnswer', before: 'none_yet', after: 'known' };
  expect(tellingChanges([answer, nib])).toEqual([nib]);
  expect(tellingChanges([answer])).toEqual([answer]);
});
