import type { ReactNode } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import type { Candidate } from '../rules/applicants-view.ts';
import { StandingCell } from './standing-words.tsx';

type Props = {
  formId: string;
  candidates: readonly Candidate[];
  /** Buttons for those ticked. */
  actions: ReactNode;
  empty: ReactNode;
};

/** Enterprises to be ticked; they travel in the form as `enterpriseIds[]`. */
export function CandidateTable({ formId, candidates, actions, empty }: Props) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  return (
    <Card flush>
      <DataTable
        caption={t.enterprise}
        rows={candidates}
        rowId={({ enterpriseId }) => enterpriseId}
        selection={{ formId, name: 'enterpriseIds[]', label: ({ name }) => name, actions }}
        empty={empty}
        columns={[
          {
            key: 'name',
            header: t.enterprise,
            cell: ({ name, ownerName }) => (
              <>
                {name}
                {ownerName && <span className="row-note">{ownerName}</span>}
              </>
            ),
          },
          { key: 'village', header: t.village, cell: ({ village }) => village ?? '–' },
          {
            key: 'standing',
            header: t.standing,
            cell: (row) =>
              row.applied === null ? (
                <StandingCell of={row} />
              ) : (
                <StatusBadge tone="info">
                  {t.applied({ number: formatNumber(row.applied, locale) })}
                </StatusBadge>
              ),
          },
        ]}
      />
    </Card>
  );
}
