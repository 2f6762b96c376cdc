import { Form, Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { FileField } from '#ui/file-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { caseMessages } from '../messages/case-messages.ts';
import type { CaseStepView } from '../rules/case-view.ts';
import type { CaseReply } from './case-reply.ts';

/** One step: ticked in one click, with note, day and file below. */
export function CaseStepItem({
  step,
  mayWork,
  isEdited,
  reply,
}: {
  step: CaseStepView;
  mayWork: boolean;
  /** Whether its form is open: one at a time, so that each field has one name on the page. */
  isEdited: boolean;
  reply: CaseReply | undefined;
}) {
  const locale = useLocale();
  const t = messagesFor(caseMessages, locale);
  const { name, dueOn, doneOn, doneBy, late, needsFile, fileId, note, source } = step;
  const day = (date: string) => formatDate(date, locale);
  return (
    <li className="case-step">
      <div className="case-step-head">
        <div>
          <strong>{`${step.step}. ${name}`}</strong>
          <span className="row-note">{source ?? t.own}</span>
          {note && <p className="soft">{note}</p>}
          <span className="badges">
            {doneOn ? (
              <StatusBadge tone="done">{t.doneOn({ day: day(doneOn), by: doneBy ?? '' })}</StatusBadge>
            ) : (
              dueOn && (
                <StatusBadge tone={late > 0 ? 'wrong' : 'quiet'}>
                  {late > 0 ? t.late({ days: formatNumber(late, locale) }) : t.dueOn({ day: day(dueOn) })}
                </StatusBadge>
              )
            )}
            {fileId ? (
              <a href={`/berkas/${fileId}`}>{t.hasFile}</a>
            ) : (
              needsFile && !doneOn && <StatusBadge tone="wait">{t.needsFile}</StatusBadge>
            )}
          </span>
        </div>
        {mayWork && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="step" />
            <input type="hidden" name="step" value={step.step} />
            <Button
              name="done"
              value={String(doneOn === null)}
              look={doneOn ? 'quiet' : 'secondary'}
              aria-label={doneOn ? t.untickOf({ name }) : t.tickOf({ name })}
            >
              {doneOn ? t.untick : t.tick}
            </Button>
          </Form>
        )}
      </div>
      {mayWork && !isEdited && (
        <Link
          className="case-change"
          to={`?langkah=${step.step}`}
          aria-label={t.moreOf({ name })}
          preventScrollReset
        >
          {t.more}
        </Link>
      )}
      {mayWork && isEdited && (
        <div>
          <Form method="post" encType="multipart/form-data" className="fields" preventScrollReset>
            <input type="hidden" name="intent" value="step" />
            <input type="hidden" name="step" value={step.step} />
            <TextareaField
              name="note"
              label={t.note}
              optional
              maxLength={500}
              rows={2}
              defaultValue={reply?.typed.note ?? note ?? ''}
            />
            <DateField
              name="dueOn"
              label={t.dueLabel}
              optional
              defaultValue={reply?.typed.dueOn ?? dueOn ?? ''}
            />
            <FileField
              name="file"
              label={t.file}
              hint={t.fileHint}
              optional
              accept="image/*,application/pdf"
              {...(reply?.refusal.fields ? { errors: reply.refusal.fields } : {})}
            />
            <div className="row">
              <Button>{t.save}</Button>
              <ButtonLink to="?" look="quiet" preventScrollReset>
                {t.close}
              </ButtonLink>
            </div>
          </Form>
        </div>
      )}
    </li>
  );
}
