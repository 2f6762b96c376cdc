import { done, type Refusal, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { type FrameRow, findRound } from '../../plan-census/index.server.ts';
import {
  countVisitAgain,
  type ListUndo,
  type ListUpdate,
  listRecordsForLists,
  type RecordForLists,
  undoOf,
  updateFromList,
} from '../../register-enterprise/index.server.ts';
import {
  listSubmissionsOfRow,
  type SubmissionRow,
  type SubmissionStatus,
  updateSubmissionStatus,
} from '../../survey-field/index.server.ts';
import { listChecks } from '../check-store.server.ts';
import { insertDecision } from '../decision-store.server.ts';
import { approveInput } from '../input.ts';
import { reviewPermissions } from '../permissions.ts';
import { removeOpenRecheck } from '../recheck-store.server.ts';
import { type Findings, undecided } from '../rules/register-findings.ts';
import { drawRechecks } from './draw-rechecks.server.ts';
import { findFindings } from './find-findings.server.ts';
import { lockSubmission } from './lock-submission.server.ts';
import { keyOfSubmission, type OpenedSubmission, openSubmission } from './open-submission.server.ts';
import { pairWith } from './pair-doubles.server.ts';
import { settleRow } from './settle-row.server.ts';

/** What taking an approval back puts right; sealed under the submission's key. */
export type ApprovalUndo = {
  register: ListUndo;
  sourceListId: string;
  /** Other answers to the row, which this approval put aside, as they stood before. */
  replaced: Replaced[];
  /** The enterprise that it was said to be a double of, where nobody had thought of the two before. */
  pairedWith: string | null;
};
export type Replaced = { submissionId: string; status: SubmissionStatus };

/**
 * Brings what a visit found into the register: fields, figures, numbers, the verdict, and *verified* where the verdict
 * says that somebody saw it. Where office and field both changed a value it is refused until somebody chose.
 */
export const approveSubmission = defineCommand({
  name: 'review.approve',
  permission: reviewPermissions['review.decide'],
  input: approveInput,
  async run(context, { submissionId, choices, revision, duplicateOf, note, onlyPlain }) {
    const { trx, officeCode } = context;
    const locked = await lockSubmission(context, submissionId);
    if (!locked) return refused('not_found');
    const { submission, row } = locked;
    const refusal = await mayApprove(context, submission, onlyPlain);
    if (refusal) return refusal;
    const enterpriseId = submission.enterpriseId ?? '';
    // Approved and taken back before: its figures are those that are there.
    await countVisitAgain(context, submissionId);
    const known = await listRecordsForLists(trx, officeCode, enterpriseId ? [enterpriseId] : [], true);
    const record = known.get(enterpriseId);
    if (!record) return refused('wrong_state');
    const opened = await openSubmission(context, submission);
    const findings = await findFindings(context, opened, record, choices);
    const open = undecided(findings);
    const isStale = findings.conflicts.length > 0 && revision !== undefined && revision !== findings.revision;
    if (open.length > 0 || isStale)
      return refused('conflict_stale', {
        fields: open.map(({ field }) => ({ path: `choice.${field}`, code: 'blank' as const })),
      });
    const register = await bringIn(context, { opened, findings, record, row });
    if (!register) return refused('wrong_state');
    const replaced = row === null ? [] : await replaceOthers(context, submission);
    await updateSubmissionStatus(trx, officeCode, [submissionId], 'approved');
    await settleRow(context, submission.rowId);
    const isPair =
      submission.verdict === 'duplicate' && duplicateOf !== undefined && duplicateOf !== enterpriseId;
    const isNewPair =
      isPair && (await pairWith(context, enterpriseId, duplicateOf, record.place.villageCode));
    const isOwnWork = submission.userId === context.actor.id;
    const undo: ApprovalUndo = {
      ...register,
      replaced,
      pairedWith: isNewPair ? duplicateOf : null,
    };
    const kept = Object.fromEntries(findings.conflicts.map(({ field, choice }) => [field, choice]));
    await insertDecision(trx, officeCode, {
      decisionId: context.newId(),
      submissionId,
      decision: 'approve',
      note: note ?? null,
      answersKept: Object.keys(kept).length > 0 ? JSON.stringify(kept) : null,
      undo: context.vault.encrypt(await keyOfSubmission(context, submissionId), 'undo', JSON.stringify(undo)),
      isOwnWork,
      decidedBy: context.actor.id,
      decidedByName: context.actor.name,
      decidedAt: context.now,
    });
    await drawRechecks(context, submission);
    await context.audit({
      action: 'review.approved',
      subject: { kind: 'submission', id: submissionId },
      details: { changed: findings.changes.length, isOwnWork, verdict: submission.verdict },
    });
    return done({ submissionId, enterpriseId, changed: findings.changes.length });
  },
});

async function mayApprove(
  { trx, officeCode }: CommandContext,
  submission: SubmissionRow,
  onlyPlain: boolean,
): Promise<Refused | null> {
  if (submission.status === 'approved') return refused('already_done');
  if (submission.status !== 'received' || !submission.isFinished || submission.verdict === null)
    return refused('wrong_state');
  if (!onlyPlain) return null;
  const checks = await listChecks(trx, officeCode, [submission.submissionId]);
  const isPlain =
    checks.length === 0 && submission.conflicts.length === 0 && submission.verdict !== 'duplicate';
  return isPlain ? null : refused('wrong_state');
}
type Refused = { ok: false; refusal: Refusal };

type Bringing = {
  opened: OpenedSubmission;
  findings: Findings;
  record: RecordForLists;
  row: FrameRow | null;
};

/** Null where the round has no list to stand for what it found. */
async function bringIn(
  context: CommandContext,
  { opened, findings, record, row }: Bringing,
): Promise<Pick<ApprovalUndo, 'register' | 'sourceListId'> | null> {
  const { trx, officeCode } = context;
  const { submission, visitedOn } = opened;
  const round = await findRound(trx, officeCode, submission.roundId);
  const sourceListId = round?.sourceListId ?? row?.sourceListId ?? null;
  if (sourceListId === null) return null;
  const { owner, enterprise, place, phones, whosePhone, products, figures, changes } = findings;
  const update: ListUpdate = {
    enterpriseId: record.enterpriseId,
    owner: owner as ListUpdate['owner'],
    enterprise: enterprise as ListUpdate['enterprise'],
    place: place as ListUpdate['place'],
    phones,
    whosePhones: whosePhone,
    products,
    figures,
    evidences: [],
    changes: [...changes, ...hiddenChanges(findings)],
  };
  const origin = { sourceListId, observedOn: visitedOn, visitId: submission.submissionId };
  const [added] = await updateFromList(context, new Map([[record.enterpriseId, record]]), [update], origin);
  return { register: undoOf(record, update, added!), sourceListId };
}

/** That a number came in belongs into the history; the number does not. */
function hiddenChanges({ owner, phones }: Findings): ListUpdate['changes'] {
  const hidden = (field: string) => ({ field, before: null, after: '•••' });
  return [...(owner.nik ? [hidden('nik')] : []), ...phones.map(() => hidden('phone'))];
}

/**
 * Of several answers to one row this one holds: those that wait, were sent back, or were approved before it are history.
 * A second look that waits stays: somebody decides what it says against the first.
 */
async function replaceOthers(
  { trx, officeCode }: CommandContext,
  { rowId, submissionId }: SubmissionRow,
): Promise<Replaced[]> {
  const replaced = (await listSubmissionsOfRow(trx, officeCode, rowId ?? ''))
    .filter(
      ({ submissionId: other, status, recheckOf }) =>
        other !== submissionId &&
        (status === 'approved' || (recheckOf === null && (status === 'received' || status === 'sent_back'))),
    )
    .map((other) => ({ submissionId: other.submissionId, status: other.status as SubmissionStatus }));
  await updateSubmissionStatus(
    trx,
    officeCode,
    replaced.map((other) => other.submissionId),
    'replaced',
  );
  // Nobody goes again to compare with what no longer holds.
  for (const other of replaced) await removeOpenRecheck(trx, officeCode, other.submissionId);
  return replaced;
}
