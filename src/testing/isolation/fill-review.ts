import { replaceChecks } from '#features/review-census/check-store.server.ts';
import { approveSubmission } from '#features/review-census/commands/approve-submission.server.ts';
import { undoReview } from '#features/review-census/commands/undo-review.server.ts';
import { aFrameRow, aRound, aSubmission } from '#features/review-census/factory.ts';
import { insertRecheck } from '#features/review-census/recheck-store.server.ts';
import { replaceShapes } from '#features/review-census/shape-store.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; villageCode: string; word: string; nik: string; phone: string };

export type FilledReview = {
  reviewRoundId: string;
  /** Visits that wait, of which there is nothing to look at; one that was approved, and one of which that was taken back. */
  waitingVisitId: string;
  sentBackVisitId: string;
  setAsideVisitId: string;
  manyVisitId: string;
  approvedVisitId: string;
  undoneVisitId: string;
};

/** A round with visits that wait, one that is approved and to be looked at again, a remark, and an outline. */
export async function fillReview(services: Services, actor: Actor, mark: Mark): Promise<FilledReview> {
  const { officeCode, villageCode, word, phone, nik } = mark;
  const round = await aRound(services, actor, { name: `Periksa ${word}` });
  const visit = async (name: string) => {
    const given = { name: `${name} ${word}`, owner: `Pemilik ${word}`, village: villageCode };
    const row = await aFrameRow(services, actor, round, given);
    return aSubmission(services, actor, round, row, {
      answers: { owner_name: `Pemilik ${word}`, nik, phone },
    });
  };
  const approved = async (name: string) => {
    const submissionId = await visit(name);
    const outcome = await execute(services, actor, approveSubmission, { submissionId });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return submissionId;
  };
  const approvedVisitId = await approved('Disetujui');
  const undoneVisitId = await approved('Dibatalkan');
  const undone = await execute(services, actor, undoReview, { submissionId: undoneVisitId });
  if (!undone.ok) throw new Error(undone.refusal.code);
  const filled = {
    reviewRoundId: round.roundId,
    waitingVisitId: await visit('Menunggu'),
    sentBackVisitId: await visit('Kembali'),
    setAsideVisitId: await visit('Kesamping'),
    manyVisitId: await visit('Banyak'),
    approvedVisitId,
    undoneVisitId,
  };
  const ring: [number, number][] = [
    [109.6, -6.9],
    [109.7, -6.9],
    [109.7, -6.8],
    [109.6, -6.9],
  ];
  await inOneTransaction(services, actor, async ({ trx, now }) => {
    const check = { checkCode: 'at_night', severity: 'look', facts: { hour: 22 } } as const;
    const submissionId = filled.waitingVisitId;
    await replaceChecks(trx, officeCode, [submissionId], [{ submissionId, ...check }], now);
    await insertRecheck(trx, officeCode, {
      recheckId: newId(),
      submissionId: approvedVisitId,
      assignedTo: round.otherId,
      drawnAt: now,
    });
    const shape = { type: 'Polygon' as const, coordinates: [ring] };
    const loaded = { source: `Batas ${word}`, at: now, by: actor.name };
    await replaceShapes(trx, officeCode, [{ areaCode: villageCode, shape }], loaded);
  });
  return filled;
}
