import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { answerQuestionInput } from '../input.ts';
import { lockPair, setAside } from '../pair-store.server.ts';
import { pairPermissions } from '../permissions.ts';
import { closeQuestion, lockQuestion } from '../question-store.server.ts';
import { labelSourceOf } from '../rules/label-source.ts';
import { carryOut } from './carry-out.server.ts';

/** What the kelurahan said, written down by an officer: it decides the pair, or leaves it aside where nobody knows. */
export const answerQuestion = defineCommand({
  name: 'village.answer',
  permission: pairPermissions['pair.decide'],
  input: answerQuestionInput,
  async run(context, { questionId, answer }) {
    const { trx, officeCode, now, actor } = context;
    const question = isOfWholeOffice(context) ? await lockQuestion(trx, officeCode, questionId) : undefined;
    const pair = question && (await lockPair(trx, officeCode, question.pairId));
    if (!pair) return refused('not_found');
    if (question.answeredAt !== null || pair.status !== 'asked')
      return refused('already_done', {
        details: { by: question.answeredBy ?? '', decision: question.answer ?? '' },
      });
    if (answer !== 'unknown') {
      const carried = await carryOut(context, pair, { decision: answer, source: labelSourceOf(pair) });
      return carried.ok ? done({ questionId, pairId: pair.pairId }) : carried;
    }
    await setAside(trx, officeCode, [pair.pairId], null);
    await closeQuestion(trx, officeCode, pair.pairId, { answer, at: now, by: actor.name });
    await context.audit({
      action: 'pair.set_aside',
      subject: { kind: 'pair', id: pair.pairId },
      details: { answer },
    });
    return done({ questionId, pairId: pair.pairId });
  },
});
