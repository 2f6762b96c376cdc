import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import type { SelectionView } from '../rules/selection-view.ts';

/** What is done with a finished draft: it is locked, or given up. */
export function DraftCards({
  selection: { revision, lockHindrance, intakes },
  refusal,
}: {
  selection: SelectionView;
  refusal: Refusal | undefined;
}) {
  const t = messagesFor(selectionMessages, useLocale());
  const errors = refusal?.fields ? { errors: refusal.fields } : {};
  return (
    <>
      <Card title={t.lock}>
        {lockHindrance ? (
          <>
            <p className="card-lead">{t[`lock_${lockHindrance}`]}</p>
            <div className="row">
              {intakes.map(({ intakeId, name, applicationsCloseAt }) => (
                <ButtonLink key={intakeId} to={`/pembinaan/angkatan/${intakeId}/ubah`} look="secondary">
                  {applicationsCloseAt === null ? `${t.setClose}: ${name}` : t.extend({ name })}
                </ButtonLink>
              ))}
            </div>
          </>
        ) : (
          <Form method="post" className="fields" noValidate>
            <p>{t.lockLead}</p>
            <input type="hidden" name="revision" value={revision} />
            <TextField name="seed" label={t.seed} hint={t.seedHint} optional maxLength={120} {...errors} />
            <TextField
              name="seedSource"
              label={t.seedSource}
              hint={t.seedSourceHint}
              optional
              maxLength={200}
              {...errors}
            />
            <div className="row">
              <Button name="intent" value="lock">
                {t.lockNow}
              </Button>
            </div>
          </Form>
        )}
      </Card>
      <details className="more">
        <summary>{t.drop}</summary>
        <div className="more-inside">
          <Form method="post" className="fields">
            <TextField name="reason" label={t.dropReason} maxLength={300} {...errors} />
            <div className="row">
              <Button name="intent" value="drop" look="danger">
                {t.dropDo}
              </Button>
            </div>
          </Form>
        </div>
      </details>
    </>
  );
}
