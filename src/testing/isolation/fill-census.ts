import { chooseBlocks } from '#features/plan-census/commands/add-questionnaire.server.ts';
import { assignOpenRows } from '#features/plan-census/commands/assign-rows.server.ts';
import { createRound } from '#features/plan-census/commands/create-round.server.ts';
import { keySheet } from '#features/plan-census/commands/key-sheet.server.ts';
import { issueLetters } from '#features/plan-census/commands/letters.server.ts';
import {
  aListedFrame,
  anEnumerator,
  aRunningRound,
  roundFacts,
  rowsOf,
} from '#features/plan-census/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

export type FilledCensus = {
  /** A round that is only planned, and one that runs. */
  plannedRoundId: string;
  censusRoundId: string;
  censusListId: string;
  censusRowId: string;
  censusUserId: string;
  otherCensusUserId: string;
  gestureId: string;
  letterId: string;
};

/** A round with people, rows in their hands, a sheet that was keyed, letters, and a questionnaire of its own. */
export async function fillCensus(
  services: Services,
  actor: Actor,
  mark: { officeCode: string; villageCode: string; word: string },
): Promise<FilledCensus> {
  const { officeCode, villageCode, word } = mark;
  const names = [
    ['01/01', `Satu ${word}`],
    ['01/02', `Dua ${word}`],
    ['01/03', `Tiga ${word}`],
  ] as const;
  const list = { name: `Daftar sensus ${word}`, villageCode };
  const { sourceListId } = await aListedFrame(services, actor, names, list);
  const facts = { sourceListIds: [sourceListId], villages: [{ villageCode }] };
  const planned = { ...roundFacts([sourceListId]), ...facts, name: `Rencana ${word}` };
  const { roundId: plannedRoundId } = must(await execute(services, actor, createRound, planned));
  const roundId = await aRunningRound(services, actor, { ...facts, name: `Pendataan ${word}` });
  const first = await anEnumerator(services, actor, roundId, `Pendata satu ${word}`);
  const second = await anEnumerator(services, actor, roundId, `Pendata dua ${word}`);
  const hand = async (rt: string, userId: string) =>
    must(
      await execute(services, actor, assignOpenRows, { roundId, part: { rw: '01', rt }, userIds: [userId] }),
    );
  const { gestureId } = await hand('01', first.userId);
  await hand('02', second.userId);
  const [row] = await rowsOf(services, officeCode, roundId);
  const censusRowId = row?.rowId ?? '';
  must(
    await execute(services, actor, keySheet, {
      roundId,
      place: { villageCode, rw: '01', rt: '01' },
      answers: [{ rowId: censusRowId, answer: 'still_running' }],
      informant: `Ketua RT ${word}`,
    }),
  );
  const { letterIds } = must(
    await execute(services, actor, issueLetters, {
      roundId,
      userIds: [first.userId],
      number: `094/${word}`,
      issuedOn: '2026-01-01',
      validTo: '2199-12-31',
      signatoryName: `Kepala ${word}`,
      signatoryPosition: 'Kepala Dinas',
    }),
  );
  must(await execute(services, actor, chooseBlocks, { blocks: ['permits'] }));
  return {
    plannedRoundId,
    censusRoundId: roundId,
    censusListId: sourceListId,
    censusRowId,
    censusUserId: first.userId,
    otherCensusUserId: second.userId,
    gestureId,
    letterId: letterIds[0] ?? '',
  };
}
