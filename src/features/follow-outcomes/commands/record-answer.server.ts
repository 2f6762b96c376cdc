import { plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { enterpriseWithinReach } from '../../register-enterprise/index.server.ts';
import { findAnswer, insertAnswer } from '../answer-store.server.ts';
import { type AskRow, findAsk } from '../ask-store.server.ts';
import { recordAnswerInput } from '../input.ts';
import { outcomePermissions } from '../permissions.ts';
import { phaseOf } from '../rules/ask-calendar.ts';
import type { Via } from '../rules/counting-answer.ts';
import type { OutcomeAnswers } from '../rules/outcome-questions.ts';

/**
 * Keeps one answer to an ask that is held for writing. The same answer sent twice is kept once. Refuses: wrong_state (not
 * due yet), expired (too late).
 */
export async function keepAnswer(
  { trx, officeCode, now, actor }: CommandContext,
  ask: AskRow,
  { answerId, answers, via }: { answerId: string; answers: OutcomeAnswers; via: Via },
): Promise<Outcome<{ isNew: boolean }>> {
  const before = await findAnswer(trx, officeCode, answerId);
  if (before) return before.askId === ask.askId ? done({ isNew: false }) : refused('not_found');
  const today = plainDateInWib(now.getTime());
  const phase = phaseOf(ask, today);
  if (phase !== 'open') return refused(phase === 'planned' ? 'wrong_state' : 'expired');
  await insertAnswer(trx, officeCode, {
    answerId,
    askId: ask.askId,
    via,
    answers,
    answeredOn: today,
    recordedAt: now,
    recordedBy: actor.name,
    confirmedAt: null,
    disputedAt: null,
    disputeNote: null,
  });
  return done({ isNew: true });
}

const staff = ['officer', 'head', 'data_officer'];

/** What an owner told an officer or a companion; it stays marked as such until the owner says that it is so. */
export const recordAnswer = defineCommand({
  name: 'outcome.record_answer',
  permission: outcomePermissions['outcome.record'],
  input: recordAnswerInput,
  async run(context, { askId, answerId, answers }) {
    const { trx, officeCode, actor } = context;
    const ask = await findAsk(trx, officeCode, askId, true);
    if (!ask || !(await enterpriseWithinReach(context, ask.enterpriseId))) return refused('not_found');
    const isStaff = actor.grants.some(({ role }) => staff.includes(role));
    const via = isStaff ? 'officer' : 'companion';
    const kept = await keepAnswer(context, ask, { answerId, answers, via });
    if (!kept.ok) return kept;
    if (kept.value.isNew)
      await context.audit({
        action: 'outcome.recorded',
        subject: { kind: 'enterprise', id: ask.enterpriseId },
        details: { months: ask.months, via },
      });
    return done({ intakeId: ask.intakeId, months: ask.months });
  },
});
