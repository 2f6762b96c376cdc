import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeWords } from '../messages/intake-words.ts';
import { partnerMessages } from '../messages/partner-messages.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import type { PartnerView } from '../rules/programme-view.ts';
import { IntakeTable } from './intake-table.tsx';
import { PartnerFields, type PartnerValues } from './partner-fields.tsx';
import './programme.css';

type Props = {
  partner: PartnerView;
  mayPlan: boolean;
  mayAddPeople: boolean;
  saved: boolean;
  reply?: { typed: PartnerValues; refusal: Refusal } | undefined;
};

/** One partner: its intakes, its people's sign-in, and what is known of it. */
export function PartnerScreen({ partner, mayPlan, mayAddPeople, saved, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(partnerMessages, locale);
  const kind = messagesFor(intakeWords, locale)[`partner_${partner.kind}`];
  const values = reply?.typed ?? {
    name: partner.name,
    kind: partner.kind,
    note: partner.note ?? '',
    endedOn: partner.endedOn ?? '',
  };
  const intakes = messagesFor(programmeMessages, locale).intakes;
  return (
    <div className="stack">
      <title>{`${partner.name} · Gawangan`}</title>
      <PageHeader
        title={partner.name}
        lead={[kind, partner.note].filter(Boolean).join(' · ')}
        back={{ to: '/pembinaan/mitra', label: t.title }}
        badge={
          partner.endedOn !== null && (
            <StatusBadge tone="quiet">{`${t.ended}, ${formatDate(partner.endedOn, locale)}`}</StatusBadge>
          )
        }
      />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      <Card title={intakes} flush>
        <IntakeTable
          caption={intakes}
          intakes={partner.intakes}
          withProgramme
          empty={<EmptyState title={t.noIntakes} />}
        />
      </Card>
      <Card title={t.signInTitle}>
        <div className="stack tight">
          <p className="soft">{t.signInText}</p>
          {mayAddPeople && (
            <div>
              <ButtonLink to="/orang/baru" look="secondary">
                {t.signIn}
              </ButtonLink>
            </div>
          )}
        </div>
      </Card>
      {mayPlan && (
        <details className="fold" open={reply !== undefined}>
          <summary>{t.edit}</summary>
          <Card>
            <Form method="post" className="fields" noValidate>
              <ErrorSummary
                refusal={reply?.refusal}
                labels={{ name: t.name, kind: t.kind, endedOn: t.endedOn }}
              />
              <input type="hidden" name="revision" value={partner.revision} />
              <PartnerFields values={values} errors={reply?.refusal.fields} />
              <DateField
                name="endedOn"
                label={t.endedOn}
                hint={t.endedHint}
                optional
                defaultValue={values.endedOn}
                errors={reply?.refusal.fields}
              />
              <Button className="start">{t.save}</Button>
            </Form>
          </Card>
        </details>
      )}
    </div>
  );
}
