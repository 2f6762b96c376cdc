import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconClipboardList, IconDownload, IconEye, IconMail, IconPlus, IconPrinter } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import { windowWords } from '../messages/window-words.ts';
import {
  type ApplicantCounts,
  type ApplicantFilter,
  type ApplicantLine,
  applicantFilters,
  type IntakeHead,
} from '../rules/applicants-view.ts';
import { IntakeFrame } from './intake-frame.tsx';
import { WindowNotice } from './not-now.tsx';
import { StandingCell } from './standing-words.tsx';
import './applications.css';

type Line = ApplicantLine & { exposure: string };
type Props = {
  intake: IntakeHead;
  counts: ApplicantCounts;
  rows: readonly Line[];
  shown: number;
  previous: string | null;
  next: string | null;
  filter: ApplicantFilter | null;
  added: { added: number; before: number } | null;
  mayTake: boolean;
  mayInvite: boolean;
  mayExport: boolean;
};

/** Who applied for an intake, and how they stand. */
export function ApplicantsScreen(props: Props) {
  const { intake, counts, rows, filter, added } = props;
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  const base = `/pembinaan/angkatan/${intake.intakeId}/pendaftar`;
  const takes = intake.window.state === 'open';
  return (
    <IntakeFrame
      intake={intake}
      action={
        props.mayTake &&
        takes && (
          <ButtonLink to={`${base}/tambah`} icon={IconPlus}>
            {t.addTitle}
          </ButtonLink>
        )
      }
    >
      {added && (
        <Notice tone="done" live>
          {t.added({ added: formatNumber(added.added, locale), before: formatNumber(added.before, locale) })}
        </Notice>
      )}
      {takes ? (
        <p className="soft">{windowWords(intake.window, locale)}</p>
      ) : (
        <WindowNotice intake={intake} />
      )}
      <Shortcuts {...props} />
      <p className="count-line">
        {saidCounts(counts, locale).map((words, at) => (
          <span key={words}>{at === 0 ? <strong>{words}</strong> : words}</span>
        ))}
      </p>
      <FilterChips facets={facetsOf(counts, locale)} />
      <Card flush>
        <DataTable
          caption={t.title}
          rows={rows}
          rowId={({ applicationId }) => applicationId}
          rowHref={({ applicationId }) => `${base}/${applicationId}`}
          empty={
            filter === null ? (
              <EmptyState icon={IconClipboardList} title={t.empty}>
                {t.emptyHow}
              </EmptyState>
            ) : (
              <EmptyState title={t.nobody}>{t.nobodyHow}</EmptyState>
            )
          }
          columns={[
            {
              key: 'name',
              header: t.enterprise,
              cell: ({ number, name, ownerName, village }) => (
                <>
                  {formatNumber(number, locale)}. {name}
                  <span className="row-note">{[ownerName, village].filter(Boolean).join(' · ')}</span>
                </>
              ),
            },
            { key: 'standing', header: t.standing, cell: (row) => <Standing row={row} /> },
            { key: 'exposure', header: t.exposure, cell: ({ exposure }) => exposure },
            { key: 'via', header: t.via, cell: (row) => <Via row={row} /> },
          ]}
        />
      </Card>
      <Pagination previous={props.previous} next={props.next} shown={rows.length} total={props.shown} />
    </IntakeFrame>
  );
}

function Shortcuts({ intake, counts, mayInvite, mayExport }: Props) {
  const t = messagesFor(applicantMessages, useLocale());
  const base = `/pembinaan/angkatan/${intake.intakeId}`;
  const open = `/ikut/${intake.officeCode}/${intake.code}`;
  const isPublic = intake.window.state !== 'not_yet' || intake.window.opensAt !== null;
  return (
    <div className="applicant-links">
      {mayInvite && (
        <ButtonLink to={`${base}/pendaftar/undangan`} look="quiet" icon={IconMail}>
          {t.invitations}
        </ButtonLink>
      )}
      {mayExport && counts.received + counts.withdrawn > 0 && (
        <ButtonLink to={`${base}/pendaftar.xlsx`} reloadDocument look="quiet" icon={IconDownload}>
          {t.excel}
        </ButtonLink>
      )}
      {isPublic && (
        <>
          <ButtonLink to={open} reloadDocument look="quiet" icon={IconEye}>
            {t.publicPage}
          </ButtonLink>
          <ButtonLink to={`${open}/poster.pdf`} reloadDocument look="quiet" icon={IconPrinter}>
            {t.poster}
          </ButtonLink>
        </>
      )}
    </div>
  );
}

function Standing({ row }: { row: Line }) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  if (row.status === 'withdrawn') return <StatusBadge tone="quiet">{t.status_withdrawn}</StatusBadge>;
  if (row.status === 'joined')
    return (
      <div>
        <StatusBadge tone="quiet">{t.status_joined}</StatusBadge>
        <span className="row-note">{t.joinedTo({ number: formatNumber(row.joinedTo ?? 0, locale) })}</span>
      </div>
    );
  return <StandingCell of={row} />;
}

function Via({ row: { via, proposedBy, receivedAt, files } }: { row: Line }) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  return (
    <div>
      {t[`via_${via}`]}
      {proposedBy && `, ${t.proposedByWho({ who: proposedBy })}`}
      <span className="row-note">
        {formatInstant(receivedAt.getTime(), locale)}
        {files > 0 && ` · ${t.files({ count: formatNumber(files, locale) })}`}
      </span>
    </div>
  );
}

/** "96 pendaftar · 71 memenuhi syarat · 18 kurang satu · 7 belum diketahui" */
function saidCounts({ received, withdrawn, standing }: ApplicantCounts, locale: Locale): string[] {
  const t = messagesFor(applicantMessages, locale);
  const said = (count: number) => ({ count: formatNumber(count, locale) });
  return [
    t.applicants(said(received)),
    ...(standing && received > 0
      ? [
          t.meets(said(standing.meets)),
          t.one(said(standing.one)),
          ...(standing.no > 0 ? [t.no(said(standing.no))] : []),
          t.notKnown(said(standing.unknown)),
        ]
      : []),
    ...(withdrawn > 0 ? [t.withdrawn(said(withdrawn))] : []),
  ];
}

function facetsOf({ standing, withdrawn }: ApplicantCounts, locale: Locale) {
  const t = messagesFor(applicantMessages, locale);
  const labels: Record<ApplicantFilter, [string, number | null]> = {
    lengkap: [t.standing_0, standing?.meets ?? null],
    'kurang-satu': [t.standing_1, standing?.one ?? null],
    belum: [t.standing_2, standing?.no ?? null],
    'belum-diketahui': [t.standing_3, standing?.unknown ?? null],
    dicabut: [t.status_withdrawn, withdrawn],
  };
  return [
    {
      param: 'keadaan',
      label: t.filter,
      single: true,
      options: applicantFilters.flatMap((value) => {
        const [label, count] = labels[value];
        return count === null ? [] : [{ value, label, count }];
      }),
    },
  ];
}
