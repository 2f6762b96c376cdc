import { fieldMessage } from '#kernel/field-code.ts';
import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { AnswerProblem } from '../engine/view-form.ts';

const texts = defineMessages({
  id: { constraint: 'Jawaban ini belum sesuai. Periksa lagi.' },
  en: { constraint: 'This answer does not fit yet. Please check it.' },
});

/** What is read below a question: the form's own words, else the house's. */
export function answerProblemText({ code, message }: AnswerProblem, locale: Locale): string {
  if (message !== undefined) return message;
  return code === 'constraint' ? messagesFor(texts, locale).constraint : fieldMessage(code, locale);
}
