import type { Given } from '#questionnaire/engine/answers.ts';
import type { QuestionView } from '#questionnaire/engine/view-form.ts';
import type { OpenVisit } from '../use-visit.ts';

/** What each kind of answer is given. */
export type AnswerProps = {
  view: QuestionView;
  visit: OpenVisit;
  give(given: Given): void;
  /** Of the element that takes the answer. */
  id: string;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
};

/** Long lists, and those the form wants small, open as a menu of the phone itself. */
export function isMenu({ question, choices }: QuestionView): boolean {
  return question.kind === 'select_one' && (question.appearance?.includes('minimal') || choices.length > 14);
}
