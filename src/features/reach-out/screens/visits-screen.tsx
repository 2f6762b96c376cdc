import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { IconCheck, IconDownload } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { outreachMessages } from '../messages/outreach-messages.ts';
import { reachWords } from '../messages/reach-words.ts';
import type { OutreachHead, VisitLine } from '../rules/reach-view.ts';

type Props = {
  outreach: OutreachHead;
  lines: readonly VisitLine[];
  mayContact: boolean;
  refusal?: Refusal | undefined;
};

/** Whom to visit since the number is wrong. */
export function VisitsScreen({ outreach, lines, mayContact, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(outreachMessages, locale);
  const words = messagesFor(reachWords, locale);
  const page = `/sapa/${outreach.outreachId}`;
  const isOpen = outreach.status === 'open';
  return (
    <div className="stack">
      <title>{`${t.visitTitle} · ${outreach.title} · Gawangan`}</title>
      <PageHeader
        back={{ to: page, label: outreach.title }}
        title={t.visitTitle}
        lead={t.visitLead}
        action={
          mayContact &&
          lines.length > 0 && (
            <ButtonLink to={`${page}/kunjungan.xlsx`} reloadDocument look="secondary" icon={IconDownload}>
              {t.excel}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary refusal={refusal} />
      <Card flush>
        <DataTable
          caption={t.visitTitle}
          rows={lines}
          rowId={({ recipientId }) => recipientId}
          empty={
            <EmptyState icon={IconCheck} title={t.noVisits}>
              {t.noVisitsHow}
            </EmptyState>
          }
          columns={[
            {
              key: 'owner',
              header: t.owner,
              cell: ({ ownerName, enterprises }) => (
                <>
                  {ownerName ?? enterprises}
                  <span className="row-note">{enterprises}</span>
                </>
              ),
            },
            { key: 'place', header: t.place, cell: ({ place }) => place || '–' },
            {
              key: 'result',
              header: t.result,
              cell: ({ recipientId, state }) =>
                state === 'met' || state === 'declined' || !mayContact || !isOpen ? (
                  <StatusBadge tone={state === 'met' ? 'done' : 'quiet'}>{words[state]}</StatusBadge>
                ) : (
                  <Form method="post" className="row">
                    <input type="hidden" name="recipientId" value={recipientId} />
                    <Button look="secondary" name="outcome" value="met">
                      {t.met}
                    </Button>
                    <Button look="quiet" name="outcome" value="not_met">
                      {t.notMet}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      </Card>
    </div>
  );
}
