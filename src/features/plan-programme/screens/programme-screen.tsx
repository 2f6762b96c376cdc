import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { kindWord, topicWord } from '#kernel/support-terms.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconPlus } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import { isOpenToChange } from '../rules/intake-state.ts';
import type { ProgrammeView } from '../rules/programme-view.ts';
import { IntakeTable } from './intake-table.tsx';
import './programme.css';

type Props = {
  programme: ProgrammeView;
  mayPlan: boolean;
  maySeeLedger: boolean;
  refusal?: Refusal | undefined;
};

/** One programme: its intakes, its stages, and the way to its conditions. */
export function ProgrammeScreen({ programme, mayPlan, maySeeLedger, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const { programmeId, name, summary, status, intakes, stages } = programme;
  const base = `/pembinaan/${programmeId}`;
  const plan = mayPlan && status === 'active' && (
    <ButtonLink to={`${base}/angkatan/baru`} icon={IconPlus}>
      {t.planIntake}
    </ButtonLink>
  );
  return (
    <div className="stack">
      <title>{`${name} · Gawangan`}</title>
      <PageHeader
        title={name}
        lead={summary}
        back={{ to: '/pembinaan', label: t.title }}
        badge={status === 'ended' && <StatusBadge tone="quiet">{t.ended}</StatusBadge>}
        action={
          <>
            {mayPlan && (
              <ButtonLink to={`${base}/ubah`} look="secondary">
                {t.edit}
              </ButtonLink>
            )}
            {intakes.length > 0 && plan}
          </>
        }
      />
      <ErrorSummary refusal={refusal} />
      <Card title={t.intakes} flush>
        <IntakeTable
          caption={t.intakes}
          intakes={intakes}
          empty={<EmptyState title={t.firstIntake} action={plan} />}
        />
      </Card>
      <div className="card-pair">
        <Card title={t.stages}>
          {stages.length === 0 ? (
            <p className="soft">{t.noStages}</p>
          ) : (
            <ol className="plain-list stage-list">
              {stages.map(({ stage, name: stageName, description, days }) => (
                <li key={stage}>
                  <div>
                    <strong>{stageName}</strong>
                    {days !== null && (
                      <span className="soft"> · {t.days({ count: formatNumber(days, locale) })}</span>
                    )}
                    {description && <p className="soft">{description}</p>}
                  </div>
                </li>
              ))}
            </ol>
          )}
        </Card>
        <Card title={t.facts}>
          <DefinitionList
            items={[
              {
                term: t.kind,
                value: `${kindWord(programme.kind, locale)} · ${topicWord(programme.topic, locale)}`,
              },
              { term: t.partner, value: programme.partner ?? t.own },
              {
                term: t.conditions,
                value: <Link to={`${base}/syarat`}>{t.conditionsLink}</Link>,
                note: t.conditionsText,
              },
              ...(maySeeLedger
                ? [
                    {
                      term: t.ledger,
                      value: <Link to="/pembinaan/riwayat">{t.ledgerLink}</Link>,
                      note: t.ledgerText,
                    },
                  ]
                : []),
              ...(programme.source === null ? [] : [{ term: t.template, value: programme.source }]),
            ]}
          />
        </Card>
      </div>
      {mayPlan && <EndOrReopen programme={programme} />}
    </div>
  );
}

function EndOrReopen({ programme: { status, intakes } }: Pick<Props, 'programme'>) {
  const t = messagesFor(programmeMessages, useLocale());
  if (status === 'ended')
    return (
      <Form method="post">
        <Button name="action" value="reopen" look="secondary">
          {t.reopen}
        </Button>
      </Form>
    );
  if (intakes.some((intake) => isOpenToChange(intake.status)))
    return <p className="soft small">{t.endNot}</p>;
  return (
    <Form method="post" className="row">
      <Button name="action" value="end" look="quiet" aria-describedby="akhiri">
        {t.end}
      </Button>
      <span id="akhiri" className="soft small">
        {t.endText}
      </span>
    </Form>
  );
}
