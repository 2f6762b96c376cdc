import { may } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findFrameRow } from '../../plan-census/index.server.ts';
import {
  listRecordsForLists,
  listWithOwners,
  searchRegister,
} from '../../register-enterprise/index.server.ts';
import {
  findSubmission,
  listPersonNames,
  listPhotosOf,
  listSubmissionsOfRow,
  officeTime,
  type SubmissionRow,
} from '../../survey-field/index.server.ts';
import { listChecks } from '../check-store.server.ts';
import { findFindings } from '../commands/find-findings.server.ts';
import { openSubmission } from '../commands/open-submission.server.ts';
import { listDecisions } from '../decision-store.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { listRechecks } from '../recheck-store.server.ts';
import type { ChangeLine, QueueFilter, Remark, SubmissionView } from '../rules/review-view.ts';
import { answerSections } from './answer-sections.server.ts';
import { positionSketch } from './position-sketch.server.ts';
import { nextToReview } from './review-queue.server.ts';
import { headOf, roundToReview } from './reviewed-round.server.ts';
import { villageNamesOf } from './village-names.server.ts';

export type SubmissionAsked = {
  roundId: string;
  submissionId: string;
  filter: QueueFilter;
  locale: Locale;
  /** A reason was given and written down. */
  unmasked: boolean;
};

/** One submission with all that a decision needs; null where there is none in this round. */
export async function submissionPage(
  context: QueryContext,
  asked: SubmissionAsked,
): Promise<SubmissionView | null> {
  const { trx, officeCode, actor } = context;
  const round = await roundToReview(context, asked.roundId);
  const submission = round && (await findSubmission(trx, officeCode, asked.submissionId));
  if (!round || submission?.roundId !== asked.roundId) return null;
  const opened = await openSubmission(context, submission);
  const register = await registerSide(context, opened);
  const names = await villageNamesOf(context);
  const row = submission.rowId === null ? null : await findFrameRow(trx, officeCode, submission.rowId);
  const villageCode = row?.villageCode ?? submission.villageCode ?? register.villageCode;
  const villageName = names.get(villageCode ?? '') ?? null;
  const { answers } = opened;
  const duplicateOf = typeof answers.duplicate_of === 'string' ? answers.duplicate_of : null;
  return {
    round: headOf(round),
    submissionId: submission.submissionId,
    enterpriseId: submission.enterpriseId,
    ...register.view,
    place: [villageName, row?.rt && `RT ${row.rt}`, row?.rw && `RW ${row.rw}`].filter(Boolean).join(' · '),
    userName: (await listPersonNames(trx, [submission.userId])).get(submission.userId) ?? '',
    verdict: submission.verdict,
    finishedAt: officeTime(submission.finishedAt, submission.clockOffS),
    receivedAt: submission.receivedAt.getTime(),
    activeS: submission.activeS,
    status: submission.status,
    isFinished: submission.isFinished,
    isFound: submission.rowId === null,
    isOwnWork: submission.userId === actor.id,
    isSecondLook: submission.recheckOf !== null,
    mayDecide: may(actor, reviewPermissions['review.decide']),
    sections: answerSections(opened, { language: asked.locale, unmasked: asked.unmasked }),
    remarks: await remarksOf(context, submission),
    conflicts: submission.conflicts,
    photos: (await listPhotosOf(trx, officeCode, [submission.submissionId])).map((photo) => ({
      photoId: photo.photoId,
      state: photo.state,
      takenAt: photo.takenAt?.getTime() ?? null,
      width: photo.width,
      height: photo.height,
    })),
    photosAwaited: Array.isArray(submission.photoNotes) ? submission.photoNotes.length : 0,
    sketch: await positionSketch(context, {
      submission,
      villageCode,
      villageName,
      register: register.position,
    }),
    others: await othersOf(context, submission),
    decisions: (await listDecisions(trx, officeCode, [submission.submissionId])).map((one) => ({
      decision: one.decision,
      note: one.note,
      by: one.decidedByName,
      at: one.decidedAt.getTime(),
      isOwnWork: one.isOwnWork,
    })),
    recheck: await recheckOf(context, submission),
    doubles: submission.verdict === 'duplicate' ? await doublesOf(context, submission, duplicateOf) : [],
    duplicateOf,
    ...(await nextToReview(context, asked.roundId, asked.filter, submission.submissionId)),
  };
}

/** Fields whose values nobody sees without a reason. */
const hidden = new Set(['birthDate', 'homeAddress', 'disability']);
const hide = ({ field, before, after }: ChangeLine): ChangeLine =>
  hidden.has(field) ? { field, before: before && '•••', after: after && '•••' } : { field, before, after };

async function registerSide(context: QueryContext, opened: Awaited<ReturnType<typeof openSubmission>>) {
  const { enterpriseId } = opened.submission;
  const known = await listRecordsForLists(
    context.trx,
    context.officeCode,
    enterpriseId ? [enterpriseId] : [],
    false,
  );
  const record = known.get(enterpriseId ?? '');
  if (!record)
    return {
      villageCode: null,
      position: null,
      view: {
        enterpriseName: '—',
        ownerName: null,
        changes: [],
        newNumbers: { nik: false, phones: 0 },
        newProducts: [],
        newFigures: [],
        choices: [],
        isNikDifferent: false,
        isGone: true,
        revision: 0,
      },
    };
  const findings = await findFindings(context, opened, record);
  const { latitude, longitude, villageCode } = record.place;
  return {
    villageCode,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    view: {
      enterpriseName: record.enterprise.name,
      ownerName: record.owner?.fullName ?? null,
      changes: findings.changes.map(hide),
      newNumbers: { nik: findings.owner.nik !== undefined, phones: findings.phones.length },
      newProducts: findings.products,
      newFigures: findings.figures,
      choices: findings.conflicts.map((one) =>
        hidden.has(one.field) ? { ...one, loaded: null, office: '•••', fieldSays: '•••' } : one,
      ),
      isNikDifferent: findings.isNikDifferent,
      isGone: false,
      revision: findings.revision,
    },
  };
}

async function remarksOf(
  { trx, officeCode }: QueryContext,
  { submissionId }: SubmissionRow,
): Promise<Remark[]> {
  return (await listChecks(trx, officeCode, [submissionId])).map(({ checkCode, severity, facts }) => ({
    check: checkCode,
    severity,
    facts: facts as Remark['facts'],
  }));
}

async function othersOf(
  { trx, officeCode }: QueryContext,
  { rowId, submissionId }: SubmissionRow,
): Promise<SubmissionView['others']> {
  if (rowId === null) return [];
  const others = (await listSubmissionsOfRow(trx, officeCode, rowId)).filter(
    (other) => other.submissionId !== submissionId,
  );
  if (others.length === 0) return [];
  const names = await listPersonNames(
    trx,
    others.map((other) => other.userId),
  );
  return others.map((other) => ({
    submissionId: other.submissionId,
    userName: names.get(other.userId) ?? '',
    verdict: other.verdict,
    finishedAt: officeTime(other.finishedAt, other.clockOffS),
    status: other.status,
    isSecondLook: other.recheckOf !== null,
  }));
}

async function recheckOf(
  { trx, officeCode }: QueryContext,
  { submissionId, recheckOf: firstId }: SubmissionRow,
): Promise<SubmissionView['recheck']> {
  const first = firstId ?? submissionId;
  const recheck = (await listRechecks(trx, officeCode, [first])).get(first);
  if (!recheck) return null;
  type Differences = NonNullable<SubmissionView['recheck']>['differences'];
  return { outcome: recheck.outcome, differences: (recheck.differences ?? []) as Differences };
}

/** Enterprises that a double may be the same as, by what the enumerator called it. */
async function doublesOf(
  context: QueryContext,
  { enterpriseId }: SubmissionRow,
  text: string | null,
): Promise<SubmissionView['doubles']> {
  if (!text) return [];
  const { enterpriseIds } = await searchRegister(context, { text, filter: {}, offset: 0, limit: 6 });
  const ids = enterpriseIds.filter((id) => id !== enterpriseId).slice(0, 5);
  const found = await listWithOwners(context.trx, context.officeCode, { enterpriseIds: ids });
  return found.map(({ name, ownerName, villageName, ...one }) => ({
    enterpriseId: one.enterpriseId,
    name,
    ownerName,
    villageName,
  }));
}
