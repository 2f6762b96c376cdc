import { plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { type AnswerRow, listAnswers, updateAnswer } from '../answer-store.server.ts';
import { type AskRow, findAskByHash } from '../ask-store.server.ts';
import { answerByLinkInput, confirmByLinkInput, disputeByLinkInput } from '../input.ts';
import { outcomePermissions } from '../permissions.ts';
import { phaseOf } from '../rules/ask-calendar.ts';
import { countingAnswer, waitsForOwner } from '../rules/counting-answer.ts';
import { readCode } from '../rules/link-code.ts';
import { hashOfCode } from './outcome-link.server.ts';
import { keepAnswer } from './record-answer.server.ts';

const byLink = outcomePermissions['outcome.answer_by_link'];

/** The ask behind a code, held for writing. Refuses: not_found, wrong_state (not due), expired. */
async function askBehind({ trx, officeCode, now }: CommandContext, code: string): Promise<Outcome<AskRow>> {
  const ask = await findAskByHash(trx, officeCode, hashOfCode(readCode(code)));
  if (!ask) return refused('not_found');
  const phase = phaseOf(ask, plainDateInWib(now.getTime()));
  if (phase === 'open') return done(ask);
  return refused(phase === 'planned' ? 'wrong_state' : 'expired');
}

/** What the owner tells; may be sent again, changed, for as long as the ask is open. */
export const answerByLink = defineCommand({
  name: 'outcome.answer_by_link',
  permission: byLink,
  input: answerByLinkInput,
  async run(context, { code, answerId, answers }) {
    const ask = await askBehind(context, code);
    if (!ask.ok) return ask;
    const kept = await keepAnswer(context, ask.value, { answerId, answers, via: 'owner' });
    if (!kept.ok) return kept;
    if (kept.value.isNew) await writeDown(context, 'outcome.answered', ask.value);
    return done();
  },
});

/** The owner says that what an officer or companion recorded is so. */
export const confirmByLink = defineCommand({
  name: 'outcome.confirm_by_link',
  permission: byLink,
  input: confirmByLinkInput,
  async run(context, { code, answerId }) {
    const found = await waitingAnswer(context, code, answerId);
    if (!found.ok) return found;
    const { ask, answer } = found.value;
    await updateAnswer(context.trx, context.officeCode, answer.answerId, { confirmedAt: context.now });
    await writeDown(context, 'outcome.confirmed', ask);
    return done();
  },
});

/** The owner says that it is not so: it no longer counts. */
export const disputeByLink = defineCommand({
  name: 'outcome.dispute_by_link',
  permission: byLink,
  input: disputeByLinkInput,
  async run(context, { code, answerId, note }) {
    const found = await waitingAnswer(context, code, answerId);
    if (!found.ok) return found;
    const { ask, answer } = found.value;
    const word = { disputedAt: context.now, disputeNote: note ?? null };
    await updateAnswer(context.trx, context.officeCode, answer.answerId, word);
    await writeDown(context, 'outcome.disputed', ask);
    return done();
  },
});

/** The answer before the owner, if it still is the one that counts. Refuses as `askBehind`, and already_done. */
async function waitingAnswer(
  context: CommandContext,
  code: string,
  answerId: string,
): Promise<Outcome<{ ask: AskRow; answer: AnswerRow }>> {
  const found = await askBehind(context, code);
  if (!found.ok) return found;
  const ask = found.value;
  const answers = (await listAnswers(context.trx, context.officeCode, [ask.askId])).get(ask.askId) ?? [];
  const answer = answers.find((one) => one.answerId === answerId);
  if (!answer) return refused('not_found');
  if (countingAnswer(answers) !== answer || !waitsForOwner(answer)) return refused('already_done');
  return done({ ask, answer });
}

const writeDown = (
  context: CommandContext,
  action: 'outcome.answered' | 'outcome.confirmed' | 'outcome.disputed',
  { enterpriseId, months }: AskRow,
) => context.audit({ action, subject: { kind: 'enterprise', id: enterpriseId }, details: { months } });
