import { plainDateInWib } from '#kernel/calendar.ts';
import type { CommandContext } from '#platform/command.server.ts';
import {
  listMembersForField,
  listRoundsForField,
  lockRowsByIds,
  type RoundForField,
  type RowForField,
} from '../../plan-census/index.server.ts';
import { listRevisions } from '../../register-enterprise/index.server.ts';
import { listActiveStaff } from '../../sign-in/index.server.ts';
import {
  listFinders,
  listSameIds,
  listStandingAnswers,
  listUserNames,
  lockNewIds,
  type StandingAnswer,
} from '../delivery-store.server.ts';
import type { OpenedEnvelope, OpenedSubmission } from '../input.ts';
import { findPhones, listPhoneUsers } from '../phone-store.server.ts';
import { reviewWork } from '../queries/review-work.server.ts';
import type { DeliveryFacts } from '../rules/decide-delivery.ts';
import { type FormReading, readForms } from './form-reading.server.ts';
import { isToken } from './phone-secrets.server.ts';

const DAY_MS = 86_400_000;

/** All that a batch of envelopes is judged by: one question a table, however many there are. */
export type BatchFacts = {
  of(content: OpenedEnvelope): DeliveryFacts;
  row(submission: OpenedSubmission): RowForField | undefined;
  round(submission: OpenedSubmission): RoundForField | undefined;
  /** A second look at earlier work that this person was asked for; what only says so is an answer like any other. */
  isRecheck(submission: OpenedSubmission): boolean;
  forms: ReadonlyMap<string, FormReading>;
  names: ReadonlyMap<string, string>;
  /** Answers that stand, by row; the caller adds what it takes in, so that two of one batch meet. */
  standing: Map<string, StandingAnswer[]>;
};

export async function loadFacts(
  { trx, officeCode, now }: Pick<CommandContext, 'trx' | 'officeCode' | 'now'>,
  contents: readonly OpenedEnvelope[],
): Promise<BatchFacts> {
  const submissions = contents.map(({ submission }) => submission);
  const different = <Value>(values: readonly (Value | null | undefined)[]): Value[] => [
    ...new Set(values.filter((value): value is Value => value !== null && value !== undefined)),
  ];
  const phoneIds = different(contents.map(({ phoneId }) => phoneId));
  const userIds = different(submissions.map(({ userId }) => userId));
  const roundIds = different(submissions.map(({ roundId }) => roundId));
  // Whoever answers the same rows at the same moment waits here, so that each sees what the other said.
  const rows = byKey(
    await lockRowsByIds(trx, officeCode, different(submissions.map(({ rowId }) => rowId))),
    ({ rowId }) => rowId,
  );
  const phones = byKey(await findPhones(trx, officeCode, phoneIds), ({ phoneId }) => phoneId);
  const people = byKey(
    await listPhoneUsers(trx, officeCode, phoneIds),
    ({ phoneId, userId }) => `${phoneId} ${userId}`,
  );
  const active = byKey(
    await listActiveStaff(trx, officeCode, userIds, plainDateInWib(now.getTime())),
    ({ userId }) => userId,
  );
  const rounds = byKey(await listRoundsForField(trx, officeCode, roundIds), ({ roundId }) => roundId);
  const members = byKey(
    await listMembersForField(trx, officeCode, { roundIds, userIds }),
    ({ roundId, userId }) => `${roundId} ${userId}`,
  );
  const newIds = different(submissions.map(({ newEnterpriseId }) => newEnterpriseId));
  await lockNewIds(trx, officeCode, newIds);
  const ofRows = [...rows.values()].map(({ enterpriseId }) => enterpriseId);
  const revisions = await listRevisions(trx, officeCode, different([...ofRows, ...newIds]));
  // Of two in one delivery the first has found it.
  const finders = await listFinders(trx, officeCode, newIds);
  const names = await listUserNames(trx, userIds);
  const rechecks = new Set<string>();
  for (const userId of different(submissions.map((one) => (one.recheckId ? one.userId : null))))
    for (const { recheckId, rowId } of await reviewWork().rechecksFor(trx, officeCode, userId))
      rechecks.add(`${userId} ${recheckId} ${rowId}`);
  const standing = Map.groupBy(
    await listStandingAnswers(trx, officeCode, [...rows.keys()]),
    ({ rowId }) => rowId ?? '',
  );
  const sameIds = byKey(
    await listSameIds(
      trx,
      officeCode,
      submissions.map(({ id }) => id),
    ),
    ({ submissionId }) => submissionId,
  );
  const forms = await readForms(trx, officeCode, submissions);

  function phoneFact({ phoneId, deliveryToken }: OpenedEnvelope): DeliveryFacts['phone'] {
    const phone = phones.get(phoneId);
    if (!phone) return 'unknown';
    if (!isToken(deliveryToken, phone.deliveryHash)) return 'wrong_token';
    return phone.revokedAt ? 'revoked' : 'proven';
  }

  function personFact({ phoneId, submission }: OpenedEnvelope): DeliveryFacts['person'] {
    if (!names.has(submission.userId)) return 'unknown';
    const person = people.get(`${phoneId} ${submission.userId}`);
    if (!person) return 'not_of_phone';
    return person.revokedAt ? 'revoked' : 'of_phone';
  }

  function roundFact(round: RoundForField | undefined): DeliveryFacts['round'] {
    if (!round) return 'unknown';
    if (round.status === 'running') return 'running';
    if (round.status !== 'closed') return 'not_open';
    return { closedForDays: ((now.getTime() - (round.closedAt ?? now).getTime()) / DAY_MS) | 0 };
  }

  function sameFact({ id, userId, finishedAt }: OpenedSubmission): DeliveryFacts['sameId'] {
    const known = sameIds.get(id);
    if (!known) return 'none';
    const isSame = known.userId === userId && known.finishedAt.getTime() === Date.parse(finishedAt);
    return isSame ? 'same' : 'other';
  }

  /** Whether an enterprise that was found is to have the id of one that somebody else found, or that was listed. */
  function idIsTaken({ rowId, newEnterpriseId, userId }: OpenedSubmission): boolean {
    if (rowId !== null || newEnterpriseId === undefined) return false;
    const finder = finders.get(newEnterpriseId);
    if (finder === undefined && !revisions.has(newEnterpriseId)) finders.set(newEnterpriseId, userId);
    return finder === undefined ? revisions.has(newEnterpriseId) : finder !== userId;
  }

  const isRecheck = ({ recheckId, rowId, userId }: OpenedSubmission) =>
    recheckId !== undefined && rechecks.has(`${userId} ${recheckId} ${rowId}`);

  return {
    of(content) {
      const { submission } = content;
      const row = submission.rowId === null ? undefined : rows.get(submission.rowId);
      const isKnownRow = row !== undefined && row.roundId === submission.roundId;
      const revision = row && revisions.get(row.enterpriseId);
      const answers = standing.get(submission.rowId ?? '') ?? [];
      return {
        phone: phoneFact(content),
        person: personFact(content),
        accountIsOpen: active.has(submission.userId),
        round: roundFact(rounds.get(submission.roundId)),
        isMember: members.has(`${submission.roundId} ${submission.userId}`),
        isFinished: submission.isFinished,
        row:
          submission.rowId === null
            ? 'none'
            : isKnownRow
              ? { isTheirs: row.assignedTo === submission.userId }
              : 'unknown',
        idIsTaken: idIsTaken(submission),
        isRecheck: isRecheck(submission),
        hasVerdict: submission.verdict !== null,
        editedSince:
          submission.baseRevision !== undefined &&
          revision !== undefined &&
          revision !== submission.baseRevision,
        isAnswered: answers.some((answer) => answer.hasVerdict && answer.status !== 'sent_back'),
        sameId: sameFact(submission),
      };
    },
    row: ({ rowId }) => (rowId === null ? undefined : rows.get(rowId)),
    round: ({ roundId }) => rounds.get(roundId),
    isRecheck,
    forms,
    names,
    standing,
  };
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
