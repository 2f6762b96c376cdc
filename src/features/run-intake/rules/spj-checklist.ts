import type { PlainDate } from '#kernel/calendar.ts';
import type { ActivityDay } from './activity.ts';
import { type SpjItem, spjItems } from './paper-settings.ts';

/** A file of the folder; `other` belongs to it without being asked for. */
export type SpjFileKind = SpjItem | 'other';

export type SpjLine = {
  item: SpjItem;
  /** `not_needed`: the office said so. */
  state: 'done' | 'missing' | 'not_needed';
  files: number;
  /** Of attendance sheets: days whose signed sheet is not there yet. */
  missingDays: PlainDate[];
};

export type SpjState = { lines: SpjLine[]; done: number; of: number; missing: SpjItem[] };

/**
 * What of the folder is there. Every item asks for one signed file or photograph; attendance sheets for one of each day,
 * unless a file holds all days (then it belongs to no session).
 */
export function spjState(
  files: readonly { kind: SpjFileKind; sessionId: string | null }[],
  days: readonly ActivityDay[],
  notNeeded: readonly SpjItem[],
): SpjState {
  const lines = spjItems.map((item): SpjLine => {
    const own = files.filter(({ kind }) => kind === item);
    const missingDays = item === 'attendance_sheet' ? daysWithoutSheet(own, days) : [];
    const isThere = own.length > 0 && missingDays.length === 0;
    const state = isThere ? 'done' : notNeeded.includes(item) ? 'not_needed' : 'missing';
    return { item, state, files: own.length, missingDays: state === 'missing' ? missingDays : [] };
  });
  const needed = lines.filter(({ state }) => state !== 'not_needed');
  return {
    lines,
    done: needed.filter(({ state }) => state === 'done').length,
    of: needed.length,
    missing: needed.filter(({ state }) => state === 'missing').map(({ item }) => item),
  };
}

function daysWithoutSheet(
  sheets: readonly { sessionId: string | null }[],
  days: readonly ActivityDay[],
): PlainDate[] {
  if (sheets.some(({ sessionId }) => sessionId === null)) return [];
  const signed = new Set(sheets.map(({ sessionId }) => sessionId));
  return days
    .filter(({ sessionIds }) => !sessionIds.some((sessionId) => signed.has(sessionId)))
    .map(({ day }) => day);
}
