import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconPlus, IconSearch } from '#ui/icons.ts';
import { SearchBox } from '#ui/search-box.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import type { Candidate, IntakeHead } from '../rules/applicants-view.ts';
import { CandidateTable } from './candidate-table.tsx';
import { IntakeFrame } from './intake-frame.tsx';
import { NotNow, WindowNotice } from './not-now.tsx';
import './applications.css';

type Props = {
  intake: IntakeHead;
  text: string;
  candidates: readonly Candidate[];
  found: number;
  refusal?: Refusal | undefined;
  typed?: Readonly<Record<string, string>> | undefined;
};

const FORM = 'daftarkan';

/** An officer applies on behalf: search, tick, send. */
export function ApplicantAddScreen({ intake, text, candidates, found, refusal, typed }: Props) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  const list = `/pembinaan/angkatan/${intake.intakeId}/pendaftar`;
  const empty =
    text.trim() === '' ? (
      <EmptyState icon={IconSearch} title={t.searchFirst}>
        {t.searchFirstHow}
      </EmptyState>
    ) : (
      <EmptyState
        title={t.foundNone}
        action={
          <ButtonLink to="/usaha/baru" look="secondary" icon={IconPlus}>
            {t.registerFirst}
          </ButtonLink>
        }
      >
        {t.foundNoneHow}
      </EmptyState>
    );
  return (
    <IntakeFrame
      intake={intake}
      title={t.addTitle}
      lead={t.addLead}
      back={{ to: list, label: `${t.title}: ${intake.name}` }}
    >
      {refusal ? <NotNow intake={intake} refusal={refusal} /> : <WindowNotice intake={intake} />}
      <SearchBox label={t.search} />
      {candidates.length > 0 && (
        <p className="count-line">
          <strong>
            {t.found({ shown: formatNumber(candidates.length, locale), found: formatNumber(found, locale) })}
          </strong>
        </p>
      )}
      <Form method="post" id={FORM} className="applicant-said">
        {candidates.length > 0 && (
          <>
            <TextField
              name="proposedBy"
              label={t.proposedBy}
              hint={t.proposedByHint}
              optional
              maxLength={120}
              defaultValue={typed?.proposedBy}
              errors={refusal?.fields}
            />
            <TextField
              name="note"
              label={t.note}
              optional
              maxLength={500}
              defaultValue={typed?.note}
              errors={refusal?.fields}
            />
          </>
        )}
      </Form>
      <CandidateTable
        formId={FORM}
        candidates={candidates}
        empty={empty}
        actions={<Button form={FORM}>{t.send}</Button>}
      />
    </IntakeFrame>
  );
}
