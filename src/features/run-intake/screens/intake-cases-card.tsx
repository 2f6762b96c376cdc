import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { SelectField } from '#ui/select-field.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { caseMessages } from '../messages/case-messages.ts';
import { sessionMessages } from '../messages/session-messages.ts';
import type { SessionsView } from '../rules/session-view.ts';

/** Cases of an intake in numbers, and one click that opens them. */
export function IntakeCasesCard({
  intakeId,
  cases,
  mayRun,
  seated,
}: {
  intakeId: string;
  cases: NonNullable<SessionsView['cases']>;
  mayRun: boolean;
  seated: number;
}) {
  const locale = useLocale();
  const t = messagesFor(sessionMessages, locale);
  const c = messagesFor(caseMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const all = cases.open + cases.done;
  return (
    <Card
      title={t.cases}
      action={
        all > 0 && (
          <ButtonLink to={`/pembinaan/kasus?angkatan=${intakeId}`} look="quiet">
            {t.seeCases}
          </ButtonLink>
        )
      }
    >
      <div className="stack tight">
        {all === 0 ? (
          <p className="soft">{t.noCases}</p>
        ) : (
          <span className="badges">
            {cases.late > 0 && (
              <StatusBadge tone="wrong">{t.casesLate({ count: count(cases.late) })}</StatusBadge>
            )}
            <StatusBadge tone="info">{t.casesOpen({ count: count(cases.open) })}</StatusBadge>
            {cases.done > 0 && (
              <StatusBadge tone="done">{t.casesDone({ count: count(cases.done) })}</StatusBadge>
            )}
          </span>
        )}
        {mayRun && seated > 0 && (
          <Form method="post" className="fields">
            <SelectField
              name="kind"
              label={t.caseKind}
              options={cases.kinds.map((kind) => ({ value: kind, label: c[`kind_${kind}`] }))}
              defaultValue={cases.kinds[0]}
            />
            <div className="row">
              <Button name="intent" value="cases" look="secondary">
                {t.openCases}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
