import type { Locale } from '#kernel/language.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { formatPhone, maskPhone, parsePhone } from '#kernel/statutory/phone.ts';
import { openForm } from '#questionnaire/engine/open-form.ts';
import { type QuestionView, viewForm } from '#questionnaire/engine/view-form.ts';
import { isPersonal } from '#questionnaire/form.ts';
import type { OpenedSubmission } from '../commands/open-submission.server.ts';
import type { AnswerLine, AnswerSection } from '../rules/review-view.ts';

type Shown = { language: Locale; unmasked: boolean };
const HIDDEN = '•••••';

/** Answers as the enumerator saw them, section by section; personal ones masked unless a reason was given. */
export function answerSections(opened: OpenedSubmission, { language, unmasked }: Shown): AnswerSection[] {
  const { form, answers, preloaded, submission } = opened;
  const open = openForm(form);
  if (!open.ok) return [];
  // By the phone's clock, as the form reckoned when it was filled in.
  const view = viewForm(open.value, answers, { now: submission.finishedAt.getTime(), language });
  return view.sections
    .map((section) => ({
      label: section.label,
      answers: section.entries.flatMap((entry): AnswerLine[] => {
        if (entry.entry !== 'question' || isElsewhere(entry)) return [];
        const text = textOf(entry);
        if (text === null) return [];
        const isMasked = isPersonal(entry.question) && entry.state === null && !unmasked;
        return [
          {
            path: entry.path,
            label: entry.label,
            text: isMasked ? masked(entry) : text,
            isMasked,
            isNew: entry.path in preloaded && preloaded[entry.path] !== answers[entry.path],
          },
        ];
      }),
    }))
    .filter((section) => section.answers.length > 0);
}

/** Photos, the position and the verdict have places of their own. */
const isElsewhere = ({ question }: QuestionView): boolean =>
  ['photo', 'geopoint', 'note'].includes(question.kind) || question.name === 'verdict';

/** `none_yet` and the like stay codes here: the screen has words for them. */
function textOf({ text, state, choices, question, unit }: QuestionView): string | null {
  if (state !== null) return `=${state}`;
  if (text === '') return null;
  if (question.kind === 'phone') {
    const phone = parsePhone(text);
    return phone.ok ? formatPhone(phone.value.e164) : text;
  }
  if (question.kind === 'acknowledge') return '=yes';
  if (choices.length > 0)
    return text
      .split(/\s+/)
      .map((code) => choices.find(({ name }) => name === code)?.label ?? code)
      .join(', ');
  return unit === '' ? text : `${text} ${unit}`;
}

function masked({ text, question }: QuestionView): string {
  if (question.kind === 'nik') return maskNik(text);
  if (question.kind !== 'phone') return HIDDEN;
  const phone = parsePhone(text);
  return phone.ok ? maskPhone(phone.value.e164) : HIDDEN;
}
