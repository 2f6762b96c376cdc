import { isOfWholeOffice, may } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { isOwnEnterprise } from '../../register-enterprise/index.server.ts';
import { type ApplicationRow, findApplication } from '../../take-applications/index.server.ts';
import {
  type AppealRow,
  answerOpenAppeal,
  findAppeal,
  insertAppeal,
  listAppealsOf,
} from '../appeal-store.server.ts';
import { answerAppealInput, appealIdInput, askAppealInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { appealDueAt } from '../rules/working-days.ts';
import { expireSeats, fillSeats } from './fill-seats.server.ts';
import { holdSeats } from './hold-seats.server.ts';
import { seatByDecision } from './override-seat.server.ts';
import { isSeated } from './seat-directly.server.ts';

/** "Mengapa bukan saya?", asked by the owner of the application. */
export const askOwnAppeal = defineCommand({
  name: 'appeal.ask_own',
  permission: selectionPermissions['seat.answer_own'],
  input: askAppealInput,
  async run(context, { appealId, applicationId, question }) {
    const application = await findApplication(context.trx, context.officeCode, applicationId);
    if (!application || !(await isOwnEnterprise(context, application.enterpriseId)))
      return refused('not_found');
    return ask(context, application, { appealId, question, via: 'owner' });
  },
});

/** The same at the counter: an officer writes it down. */
export const askAppeal = defineCommand({
  name: 'appeal.ask',
  permission: selectionPermissions['appeal.take'],
  input: askAppealInput,
  async run(context, { appealId, applicationId, question }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const application = await findApplication(context.trx, context.officeCode, applicationId);
    if (!application) return refused('not_found');
    return ask(context, application, { appealId, question, via: 'counter' });
  },
});

/**
 * Begins the clock. Refused `wrong_state` before the selection is decided, after the intake, and for who has a seat or took
 * the application back; `already_done` while a question waits for its answer.
 */
async function ask(
  context: CommandContext,
  { applicationId, intakeId, enterpriseId, status }: ApplicationRow,
  given: { appealId: string; question: string | undefined; via: AppealRow['via'] },
): Promise<Outcome<{ appealId: string }>> {
  const { trx, officeCode, now, actor } = context;
  const { appealId, via } = given;
  const held = await holdSeats(context, intakeId);
  if (!held || status !== 'received') return refused('wrong_state');
  const before = await listAppealsOf(trx, officeCode, [applicationId]);
  if (before.some((one) => one.appealId === appealId)) return done({ appealId });
  if (await findAppeal(trx, officeCode, appealId)) return refused('not_found');
  if (before.some((one) => one.status === 'open')) return refused('already_done');
  if (held.selection?.status !== 'decided') return refused('wrong_state');
  if (held.intake.status === 'finished' || held.intake.status === 'cancelled') return refused('wrong_state');
  if (await isSeated(context, held, enterpriseId)) return refused('wrong_state');
  await insertAppeal(trx, officeCode, {
    appealId,
    applicationId,
    via,
    question: given.question ?? null,
    askedAt: now,
    askedBy: actor.name,
    dueAt: appealDueAt(now),
    status: 'open',
    answer: null,
    answeredAt: null,
    answeredBy: null,
    outcome: null,
  });
  await context.audit({
    action: 'appeal.asked',
    subject: { kind: 'enterprise', id: enterpriseId },
    details: { appealId, applicationId, via },
  });
  return done({ appealId });
}

/** The owner no longer asks. */
export const withdrawAppeal = defineCommand({
  name: 'appeal.withdraw',
  permission: selectionPermissions['seat.answer_own'],
  input: appealIdInput,
  async run(context, { appealId }) {
    const { trx, officeCode, now, actor } = context;
    const appeal = await findAppeal(trx, officeCode, appealId);
    const application = appeal && (await findApplication(trx, officeCode, appeal.applicationId));
    if (!application || !(await isOwnEnterprise(context, application.enterpriseId)))
      return refused('not_found');
    const withdrawn = await answerOpenAppeal(trx, officeCode, appealId, {
      status: 'withdrawn',
      answer: null,
      answeredAt: now,
      answeredBy: actor.name,
      outcome: null,
    });
    if (!withdrawn) return refused('already_done');
    await context.audit({
      action: 'appeal.withdrawn',
      subject: { kind: 'enterprise', id: application.enterpriseId },
      details: { appealId },
    });
    return done();
  },
});

/**
 * Answers, once: in words for the owner, and with what it leads to. A seat needs a free one, or the head to say whose it is
 * to be; first on the waiting list asks the list again at once. Refused `already_done` for one that was answered,
 * `quota_full`, `forbidden`.
 */
export const answerAppeal = defineCommand({
  name: 'appeal.answer',
  permission: selectionPermissions['appeal.take'],
  input: answerAppealInput,
  async run(context, { appealId, status, answer, outcome: wanted, displacedId }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const appeal = await findAppeal(trx, officeCode, appealId);
    const application = appeal && (await findApplication(trx, officeCode, appeal.applicationId));
    if (!application) return refused('not_found');
    const held = await holdSeats(context, application.intakeId);
    if (!held) return refused('not_found');
    const outcome = status === 'upheld' ? (wanted ?? 'none') : null;
    // Kept before seats move: whoever is offered one afterwards has had their turn.
    const kept = await answerOpenAppeal(trx, officeCode, appealId, {
      status,
      answer,
      answeredAt: now,
      answeredBy: actor.name,
      outcome,
    });
    if (!kept) return refused('already_done');
    await expireSeats(context, held);
    if (outcome === 'seat') {
      if (displacedId !== undefined && !may(actor, selectionPermissions['selection.override']))
        return refused('forbidden');
      // Seats that were given up belong to the waiting list first.
      await fillSeats(context, held);
      const { enterpriseId } = application;
      const seated = await seatByDecision(context, held, {
        enterpriseId,
        displacedId,
        reason: answer,
        source: 'appeal',
      });
      if (!seated.ok) return seated;
    }
    if (outcome === 'waiting_list') await fillSeats(context, held, { again: true });
    await context.audit({
      action: 'appeal.answered',
      subject: { kind: 'enterprise', id: application.enterpriseId },
      details: { appealId, status, outcome },
    });
    return done({ appealId });
  },
});
