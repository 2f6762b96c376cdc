import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { caseMessages } from '../messages/case-messages.ts';
import type { CaseView } from '../rules/case-view.ts';
import { CaseBadge } from './case-badge.tsx';
import type { CaseReply } from './case-reply.ts';
import { CaseStepItem } from './case-step-item.tsx';
import './run.css';

type Props = {
  page: CaseView;
  mayRun: boolean;
  saved: boolean;
  /** The step whose form is open. */
  edited: number | null;
  reply?: CaseReply | undefined;
};

/** One case: its steps, and the certificate in which it ends. */
export function CaseScreen({ page, mayRun, saved, edited: asked, reply }: Props) {
  const refused = reply?.intent === 'step' ? reply : undefined;
  const edited = refused ? Number(refused.typed.step) : asked;
  const locale = useLocale();
  const t = messagesFor(caseMessages, locale);
  const day = (date: string) => formatDate(date, locale);
  const { status, late, steps, enterprise, intake } = page;
  const mayWork = mayRun && status === 'open';
  const by = [
    t.opened({ day: day(page.openedOn), by: page.openedBy }),
    page.closedOn && t.closed({ day: day(page.closedOn), by: page.closedBy ?? '' }),
    intake?.name,
  ];
  return (
    <div className="stack">
      <title>{`${page.title} · Gawangan`}</title>
      <PageHeader
        title={page.title}
        lead={by.filter(Boolean).join(' · ')}
        badge={
          <span className="badges">
            <CaseBadge status={status} />
            {late > 0 && (
              <StatusBadge tone="wrong">{t.late({ days: formatNumber(late, locale) })}</StatusBadge>
            )}
          </span>
        }
        back={{ to: '/pembinaan/kasus', label: t.back }}
        action={
          <ButtonLink to={`/usaha/${enterprise.enterpriseId}`} look="secondary">
            {t.toEnterprise}
          </ButtonLink>
        }
      />
      <ErrorSummary
        refusal={reply?.refusal ?? null}
        labels={{
          number: t[`number_${page.evidence}`],
          issuedOn: t.issuedOn,
          expiresOn: t.expiresOn,
          file: t.file,
        }}
      />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      {status === 'done' && (
        <Notice tone="done">
          <strong>{t.finished}</strong> {t.finishedText}
        </Notice>
      )}
      {status === 'stopped' && (
        <Notice tone="info">
          {t.stopped({ reason: page.stoppedReason ?? '' })}
          {mayRun && (
            <Form method="post">
              <Button name="intent" value="resume" look="secondary">
                {t.resume}
              </Button>
            </Form>
          )}
        </Notice>
      )}
      <div className="run-pair">
        <Card title={t.stepsTitle}>
          <ol className="plain-list case-steps">
            {steps.map((step) => (
              <CaseStepItem
                key={step.step}
                step={step}
                mayWork={mayWork}
                isEdited={edited === step.step}
                reply={edited === step.step ? refused : undefined}
              />
            ))}
          </ol>
          {mayWork && edited === null && <AddStep reply={reply?.intent === 'add-step' ? reply : undefined} />}
        </Card>
        {mayWork && edited === null && (
          <div className="stack">
            <Finish page={page} reply={reply?.intent === 'finish' ? reply : undefined} />
            <Stop reply={reply?.intent === 'stop' ? reply : undefined} />
          </div>
        )}
      </div>
    </div>
  );
}

function AddStep({ reply }: { reply: CaseReply | undefined }) {
  const t = messagesFor(caseMessages, useLocale());
  return (
    <details className="more" open={reply !== undefined}>
      <summary>{t.addStep}</summary>
      <Form method="post" className="fields">
        <TextField
          name="name"
          label={t.stepName}
          maxLength={200}
          required
          defaultValue={reply?.typed.name}
          {...(reply?.refusal.fields ? { errors: reply.refusal.fields } : {})}
        />
        <DateField name="dueOn" label={t.dueLabel} optional defaultValue={reply?.typed.dueOn} />
        <div className="row">
          <Button name="intent" value="add-step" look="secondary">
            {t.addStep}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** The end of the case: what stands on the certificate. */
function Finish({ page, reply }: { page: CaseView; reply: CaseReply | undefined }) {
  const t = messagesFor(caseMessages, useLocale());
  const given = reply?.refusal.fields ? { errors: reply.refusal.fields } : {};
  const value = (name: string, otherwise = '') => reply?.typed[name] ?? otherwise;
  return (
    <Card title={t.finish}>
      <Form method="post" encType="multipart/form-data" className="fields" noValidate>
        <p className="soft">{t.finishText}</p>
        <TextField
          name="number"
          label={t[`number_${page.evidence}`]}
          maxLength={100}
          autoComplete="off"
          defaultValue={value('number')}
          {...given}
        />
        <div className="field-pair">
          <DateField
            name="issuedOn"
            label={t.issuedOn}
            defaultValue={value('issuedOn', page.today)}
            {...given}
          />
          <DateField
            name="expiresOn"
            label={t.expiresOn}
            hint={t.noEnd}
            optional
            defaultValue={value('expiresOn')}
            {...given}
          />
        </div>
        <TextField name="issuer" label={t.issuer} optional maxLength={200} defaultValue={value('issuer')} />
        <FileField
          name="file"
          label={t.certificate}
          hint={t.fileHint}
          optional
          accept="image/*,application/pdf"
          {...given}
        />
        <div className="row">
          <Button name="intent" value="finish">
            {t.finishButton}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Stop({ reply }: { reply: CaseReply | undefined }) {
  const t = messagesFor(caseMessages, useLocale());
  return (
    <details className="more" open={reply !== undefined}>
      <summary>{t.stop}</summary>
      <div className="more-inside">
        <Form method="post" className="fields">
          <p className="soft">{t.stopText}</p>
          <TextField
            name="reason"
            label={t.reason}
            maxLength={300}
            required
            {...(reply?.refusal.fields ? { errors: reply.refusal.fields } : {})}
          />
          <div className="row">
            <Button name="intent" value="stop" look="danger">
              {t.stop}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
