import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrintButton } from '../../../ui/print-button.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { ownerMessages } from '../messages/owner-messages.ts';
import { formatPrintedNumber } from '../rules/owner-number.ts';

type Issued = {
  ownerName: string;
  code: string;
  number: string | null;
  phoneHint: string | null;
  expiresAt: Date;
};
type Props = { signInAddress: string; issued?: Issued | null; refusal?: Refusal | null };

/** A slip to print or read out: where, with what number, which code, until when. */
export function IssueCodeScreen({ signInAddress, issued, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(ownerMessages, locale);
  return (
    <div className="stack">
      <title>{`${t.issueTitle} · Gawangan`}</title>
      <PageHeader title={issued ? t.slip : t.issueTitle} lead={issued ? undefined : t.issueLead} />
      <ErrorSummary refusal={refusal} />
      {issued && (
        <Card>
          <div className="stack">
            <DefinitionList
              items={[
                { term: t.forWhom, value: issued.ownerName },
                { term: t.where, value: <span className="mono">{signInAddress}</span> },
                issued.number
                  ? {
                      term: t.number,
                      value: <strong className="mono">{formatPrintedNumber(issued.number)}</strong>,
                    }
                  : { term: t.phone, value: <span className="mono">{issued.phoneHint}</span> },
                {
                  term: t.code,
                  value: (
                    <strong className="mono">{`${issued.code.slice(0, 3)} ${issued.code.slice(3)}`}</strong>
                  ),
                },
                { term: t.until, value: formatInstant(issued.expiresAt.getTime(), locale) },
              ]}
            />
            <p className="soft small">{t.onlyOnce}</p>
            <div>
              <PrintButton />
            </div>
          </div>
        </Card>
      )}
      <Form method="post" className="row">
        <Button look={issued ? 'secondary' : 'primary'}>{issued ? t.issueAgain : t.issue}</Button>
        {issued && <span className="soft small">{t.again}</span>}
      </Form>
    </div>
  );
}
