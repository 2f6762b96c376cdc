import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { keySheetInput } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import { findSheet, listSheetLines, saveSheet, updateRtInformation } from '../sheet-store.server.ts';
import { reachesVillage, roundOfSheets } from './sheet-reach.server.ts';

/**
 * Writes down what the head of an RT said of the names on the sheet. It is information, graded as such, and never a
 * visit: no row's status changes. Sent twice it changes nothing; what it changes stands in the audit, before and after.
 */
export const keySheet = defineCommand({
  name: 'census.key_sheet',
  permission: censusPermissions['census.key_sheet'],
  input: keySheetInput,
  async run(context, { roundId, place, answers, informant, toldOn, isSigned, note }) {
    const { trx, officeCode, now, actor, newId } = context;
    // Held, so that two people who begin the same sheet at once make one.
    const round = await roundOfSheets(context, roundId, true);
    if (!round || !reachesVillage(context, place.villageCode)) return refused('not_found');
    if (round.status !== 'running') return refused('wrong_state');
    if (toldOn !== undefined && toldOn > plainDateInWib(now.getTime()))
      return invalid([{ path: 'toldOn', code: 'date_in_future' }]);
    const key = { office: officeCode, roundId };
    const sheet = await findSheet(trx, key, place, true);
    const lines = new Map((await listSheetLines(trx, key, place)).map((line) => [line.rowId, line]));
    if (lines.size === 0) return refused('not_found');
    if (!answers.every(({ rowId }) => lines.has(rowId)))
      return invalid([{ path: 'answers', code: 'not_a_choice' }]);
    // A name that was set aside since the sheet was opened is no reason to send the whole sheet back.
    const changed = answers.filter(({ rowId, answer }) => {
      const line = lines.get(rowId);
      return line?.status !== 'set_aside' && line?.rtInformation !== answer;
    });
    const said = { informant: informant ?? null, toldOn: toldOn ?? null, isSigned, note: note ?? null };
    const isSame =
      sheet !== null &&
      sheet.informant === said.informant &&
      sheet.toldOn === said.toldOn &&
      sheet.isSigned === said.isSigned &&
      sheet.note === said.note;
    if (isSame && changed.length === 0) return done({ changed: 0 });
    const sheetId = sheet?.sheetId ?? newId();
    await saveSheet(trx, key, { sheetId, ...place, ...said, keyedBy: actor.name, keyedAt: now });
    await updateRtInformation(trx, key, sheetId, changed);
    await context.audit({
      action: 'census.sheet_keyed',
      subject: { kind: 'village_sheet', id: sheetId },
      details: {
        roundId,
        ...place,
        changes: changed.map(({ rowId, answer }) => ({
          rowId,
          before: lines.get(rowId)?.rtInformation ?? null,
          after: answer,
        })),
      },
    });
    return done({ changed: changed.length });
  },
});
