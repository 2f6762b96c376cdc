import { type Answer, answers } from '#kernel/answer.ts';

/** The name under which AnswerField sends why a value is there or missing. */
export function answerName(name: string): string {
  return `${name}_answer`;
}

/**
 * Reads what an AnswerField sent. A value typed while the answer still says "not asked" counts as known, since
 * without scripts nobody moves the mark; a value beside "declined" does not.
 */
export function readAnswer(form: FormData, name: string): { answer: Answer; value: string } {
  const value = String(form.get(name) ?? '').trim();
  const sent = form.get(answerName(name));
  const answer = answers.find((one) => one === sent) ?? 'unknown';
  if (answer === 'unknown' && value !== '') return { answer: 'known', value };
  return { answer, value: answer === 'known' ? value : '' };
}
