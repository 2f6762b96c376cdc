import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { OpenWork } from '../../run-office/index.server.ts';
import { insertMoves } from '../assignment-store.server.ts';
import { countRowsHeld, giveRowsHeld, listChecked } from '../hand-over-store.server.ts';
import { listMembers, type MemberRow, upsertMember } from '../member-store.server.ts';
import type { Duty } from '../rules/duties.ts';
import type { Round } from '../rules/row-key.ts';

/** The successor is of the round from now on, with what the predecessor's place there was. */
async function joinRound(
  trx: Trx,
  round: Round,
  { from, to, duty, at }: { from: string; to: string; duty: Duty; at: Date },
): Promise<MemberRow[]> {
  const members = await listMembers(trx, round);
  if (members.some((one) => one.userId === to && one.duty === duty && one.leftOn === null)) return members;
  const before = members.find((one) => one.userId === from && one.duty === duty);
  await upsertMember(trx, round, {
    userId: to,
    duty,
    supervisorId: before?.supervisorId ?? null,
    homeVillages: before?.homeVillages ?? [],
    joinedOn: plainDateInWib(at.getTime()),
  });
  return members;
}

/** Rows of rounds that wait for the person's visit; they go along at a hand-over, and to the successor's phone. */
export const censusRowsOpenWork: OpenWork = {
  kind: 'census_row',
  label: { id: 'Baris pendataan yang belum dikunjungi', en: 'Census rows still to be visited' },
  count: countRowsHeld,
  async move(trx, from, to, { at, by }) {
    const given = await giveRowsHeld(trx, from, to, at);
    for (const { officeCode, roundId, rowIds } of given) {
      await joinRound(trx, { office: officeCode, roundId }, { from, to, duty: 'enumerator', at });
      await insertMoves(trx, officeCode, [
        {
          moveId: newId(),
          gestureId: newId(),
          undoes: null,
          roundId,
          fromUserId: from,
          toUserId: to,
          rows: rowIds.length,
          rowIds,
          reason: 'Serah terima',
          movedAt: at,
          movedBy: by,
        },
      ]);
    }
    return given.reduce((sum, { rowIds }) => sum + rowIds.length, 0);
  },
};

/** Enumerators whose work the person checks. */
export const censusChecksOpenWork: OpenWork = {
  kind: 'census_check',
  label: { id: 'Pendata yang pekerjaannya diperiksa', en: 'Enumerators whose work is checked' },
  count: async (trx, userId) => (await listChecked(trx, userId)).length,
  async move(trx, from, to, { at }) {
    const checked = await listChecked(trx, from);
    for (const [roundId, own] of Map.groupBy(checked, (one) => one.roundId)) {
      const round = { office: own[0]!.officeCode, roundId };
      const members = await joinRound(trx, round, { from, to, duty: 'supervisor', at });
      for (const { userId } of own) {
        const member = members.find((one) => one.userId === userId && one.duty === 'enumerator');
        if (member) await upsertMember(trx, round, { ...memberFacts(member), supervisorId: to });
      }
    }
    return checked.length;
  },
};

const memberFacts = ({ userId, duty, homeVillages, joinedOn }: MemberRow) => ({
  userId,
  duty,
  homeVillages,
  joinedOn,
});
