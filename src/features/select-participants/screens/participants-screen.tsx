import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { ParticipantsView, SeatLine } from '../rules/participants-view.ts';
import { type FoundEnterprise, GiveSeat } from './give-seat.tsx';
import { ReasonFold } from './reason-fold.tsx';
import { SeatActions } from './seat-actions.tsx';
import { SeatHistory } from './seat-history.tsx';
import { SeatStatusBadge } from './seat-status.tsx';
import { Vacancies } from './vacancies.tsx';
import { WaitingList } from './waiting-list.tsx';
import './seats.css';

type Props = {
  view: ParticipantsView;
  mayKeep: boolean;
  mayOverride: boolean;
  mayGreet: boolean;
  search: { text: string; found: readonly FoundEnterprise[] };
  newId: string;
  /** How a deed just went: saved, how many moved up, or an answer that came too late. */
  said: { saved: boolean; movedUp: number | null; late: boolean };
  typed?: Readonly<Record<string, string>> | undefined;
  refusal?: Refusal | undefined;
};

/** Who has a seat, who is still to answer, and who comes next. */
export function ParticipantsScreen(props: Props) {
  const { view, mayKeep, mayOverride, said, refusal } = props;
  const isOver = view.status === 'finished' || view.status === 'cancelled';
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const { intakeId, selection, counts, held, gone } = view;
  const direct = !selection || (selection.decided && (!view.lineMoves || view.waitingCount === 0));
  const isEmpty = held.length === 0 && gone.length === 0;
  return (
    <div className="stack">
      <title>{`${t.title}: ${view.name} · Gawangan`}</title>
      <PageHeader
        title={view.name}
        lead={isEmpty ? undefined : summaryOf(view, locale)}
        back={{ to: `/pembinaan/${view.programmeId}`, label: view.programme }}
        action={
          selection?.decided && (
            <ButtonLink to={`/pembinaan/pemilihan/${selection.selectionId}/berita-acara`} look="secondary">
              {t.minutes}
            </ButtonLink>
          )
        }
      />
      <IntakeTabs intakeId={intakeId} />
      <ErrorSummary refusal={refusal} labels={{ reason: t.reason, enterpriseId: t.enterprise }} />
      <Said said={said} />
      {isEmpty ? <Empty view={view} /> : counts.offered > 0 && mayKeep && <Tell {...props} />}
      <Vacancies {...view} mayKeep={mayKeep} />
      {held.length > 0 && (
        <Card
          title={t.people}
          flush
          action={
            <a href={`/pembinaan/angkatan/${intakeId}/peserta.xlsx`} className="btn secondary">
              {t.download}
            </a>
          }
        >
          <SeatTable seats={held} mayKeep={mayKeep && !isOver} mayOverride={mayOverride} />
        </Card>
      )}
      {mayKeep && direct && counts.free > 0 && <GiveSeat way="direct" {...formOf(props)} />}
      <WaitingList {...view} />
      {mayOverride && selection?.decided && <GiveSeat way="override" {...formOf(props)} />}
      {gone.length > 0 && (
        <details className="seat-fold">
          <summary>{t.goneTitle({ count: formatNumber(gone.length, locale) })}</summary>
          <Card flush>
            <SeatTable seats={gone} mayKeep={false} mayOverride={false} />
          </Card>
        </details>
      )}
      <SeatHistory steps={view.steps} />
    </div>
  );
}

const formOf = ({ view, search, newId, typed, refusal }: Props) => ({
  view,
  ...search,
  newId,
  typed,
  refusal,
});

/** `30 kursi terisi · 24 bersedia · 3 menunggu jawaban sampai 12 Mar 2027, 23.59 WIB · 3 digantikan` */
export function summaryOf(
  { counts, answerBy }: Pick<ParticipantsView, 'counts'> & { answerBy: Date | null },
  locale: Locale,
): string {
  const t = messagesFor(seatMessages, locale);
  const number = (value: number) => formatNumber(value, locale);
  const { confirmed, offered, replaced, free } = counts;
  return [
    t.lead({ held: number(confirmed + offered), confirmed: number(confirmed) }),
    offered === 0
      ? ''
      : answerBy
        ? t.waitingFor({ count: number(offered), by: formatInstant(answerBy.getTime(), locale) })
        : t.waitingForNone({ count: number(offered) }),
    replaced > 0 ? t.replaced({ count: number(replaced) }) : '',
    free > 0 ? t.free({ count: number(free) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Said({ said }: Pick<Props, 'said'>) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  if (said.late) return <Notice tone="wait">{t.late}</Notice>;
  if (!said.saved) return null;
  return (
    <Notice tone="done" live>
      {t.saved} {said.movedUp !== null && t.movedUp({ count: formatNumber(said.movedUp, locale) })}
    </Notice>
  );
}

function Empty({ view: { intakeId, selection } }: Pick<Props, 'view'>) {
  const t = messagesFor(seatMessages, useLocale());
  return (
    <EmptyState
      title={t.noneTitle}
      action={
        <ButtonLink to={`/pembinaan/angkatan/${intakeId}/pemilihan`} look="secondary">
          {t.toSelection}
        </ButtonLink>
      }
    >
      {selection ? t.noneChoose : t.noneDirect}
    </EmptyState>
  );
}

function Tell({ view, mayGreet }: Pick<Props, 'view' | 'mayGreet'>) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  return (
    <Card>
      <div className="seat-offer">
        <p className="soft">{t.tellHow}</p>
        <Form method="post" className="row">
          <Button name="intent" value="links" look="secondary">
            {t.links}
          </Button>
          {mayGreet && (
            <Button name="intent" value="greet">
              {t.tell({ count: formatNumber(view.counts.offered, locale) })}
            </Button>
          )}
        </Form>
      </div>
    </Card>
  );
}

function SeatTable({
  seats,
  mayKeep,
  mayOverride,
}: {
  seats: readonly SeatLine[];
  mayKeep: boolean;
  mayOverride: boolean;
}) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  return (
    <DataTable
      caption={t.people}
      rows={seats}
      rowId={({ participantId }) => participantId}
      columns={[
        {
          key: 'name',
          header: t.enterprise,
          cell: (seat) => (
            <>
              <Link to={`/usaha/${seat.enterpriseId}/syarat`}>{seat.name}</Link>
              <br />
              <span className="soft small">{[seat.owner, seat.village].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        { key: 'status', header: t.status, cell: (seat) => <Status seat={seat} /> },
        {
          key: 'why',
          header: t.source,
          cell: (seat) => (
            <>
              {t[`source_${seat.source}`]}
              {seat.follows && <p className="soft small">{t.follows({ name: seat.follows })}</p>}
              {seat.reason && <ReasonFold reason={seat.reason} />}
            </>
          ),
        },
        ...(mayKeep
          ? [
              {
                key: 'action',
                header: t.action,
                cell: (seat: SeatLine) => <SeatActions seat={seat} mayOverride={mayOverride} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Status({ seat }: { seat: SeatLine }) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const { status, answerBy, answeredAt, answeredBy, statusReason } = seat;
  const at = (instant: Date) => formatInstant(instant.getTime(), locale);
  return (
    <>
      <SeatStatusBadge status={status} />
      <p className="soft small">
        {status === 'offered' && answerBy && t.answerBy({ by: at(answerBy) })}
        {answeredAt && answeredBy && t.saidBy({ by: answeredBy, at: at(answeredAt) })}
      </p>
      {statusReason && <p className="small">{statusReason}</p>}
    </>
  );
}
