import { useState } from 'react';
import { Form } from 'react-router';
import { formatDate, formatWeekday } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconUsers } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { attendanceMessages } from '../messages/attendance-messages.ts';
import { sessionMessages } from '../messages/session-messages.ts';
import type { TypedLine } from '../rules/read-sheet.ts';
import type { SheetView } from '../rules/session-view.ts';
import { IntakeFrame } from './intake-frame.tsx';
import { SheetRow, SheetRowRead } from './sheet-row.tsx';

type Props = {
  page: SheetView;
  mayAttend: boolean;
  /** How many marks the last save wrote; null: nothing was saved just now. */
  saved: number | null;
  refusal?: Refusal | undefined;
  /** What was filled in when it was declined. */
  typed?: readonly TypedLine[] | undefined;
};

/** More names than are seen at a glance. */
const many = 12;

/** "Semua hadir, kecuali …": everybody stands as present, those who are not are tapped, one save. */
export function AttendanceScreen({ page, mayAttend, saved, refusal, typed }: Props) {
  const locale = useLocale();
  const t = messagesFor(attendanceMessages, locale);
  const s = messagesFor(sessionMessages, locale);
  const { intakeId, session, rows } = page;
  const [wanted, setWanted] = useState('');
  const count = (value: number) => formatNumber(value, locale);
  const clock = (time: string) => (locale === 'id' ? time.replace(':', '.') : time);
  const day = `${formatWeekday(session.day, locale)}, ${formatDate(session.day, locale)}`;
  const seated = rows.filter(({ isSeated }) => isSeated).length;
  const isOpen = mayAttend && session.isMarkable && rows.length > 0;
  const fits = ({ name, enterprise }: SheetView['rows'][number]) =>
    `${name} ${enterprise}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const place = `/pembinaan/angkatan/${intakeId}`;
  return (
    <IntakeFrame
      head={page}
      title={t.title({ day })}
      lead={[
        s.hours({ from: clock(session.from), to: clock(session.to) }),
        session.topic,
        session.trainer,
        session.place,
      ]
        .filter(Boolean)
        .join(' · ')}
      back={{ to: `${place}/jadwal`, label: t.back }}
      action={
        isOpen && (
          <ButtonLink to={`${place}/hadir/${session.sessionId}/pindai`} look="secondary">
            {t.scan}
          </ButtonLink>
        )
      }
    >
      <ErrorSummary refusal={refusal ?? null} />
      {saved !== null && (
        <Notice tone="done" live>
          {saved > 0 ? t.saved({ there: count(session.there), of: count(seated) }) : t.nothingNew}
        </Notice>
      )}
      {session.isCancelled && <Notice tone="info">{t.cancelled}</Notice>}
      {!session.isCancelled && !session.isMarkable && <Notice tone="info">{t.early}</Notice>}
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            icon={IconUsers}
            title={t.nobody}
            action={
              <ButtonLink to={`${place}/peserta`} look="secondary">
                {t.toParticipants}
              </ButtonLink>
            }
          >
            {t.nobodyText}
          </EmptyState>
        </Card>
      ) : (
        <Card title={isOpen ? t.allBut : undefined} flush>
          {isOpen && (
            <div className="sheet-row">
              <p className="soft">{session.unmarked === seated ? t.allButText : t.marked}</p>
            </div>
          )}
          <FindBox rows={rows.length} value={wanted} onChange={setWanted} />
          {isOpen ? (
            <Form
              method="post"
              className="sheet"
              key={rows.map((row) => row.history[0]?.markId ?? row.participantId).join()}
            >
              {rows.map((row) => (
                <SheetRow
                  key={row.participantId}
                  row={row}
                  hidden={!fits(row)}
                  typed={typed?.find(({ participantId }) => participantId === row.participantId)}
                />
              ))}
              <Reasons />
              <div className="sheet-save">
                <span className="soft">{t.count({ there: count(session.there), of: count(seated) })}</span>
                <Button>{t.save}</Button>
              </div>
            </Form>
          ) : (
            <div className="sheet">
              {rows.map((row) => (
                <SheetRowRead key={row.participantId} row={row} hidden={!fits(row)} />
              ))}
            </div>
          )}
          {!rows.some(fits) && (
            <div className="sheet-row">
              <p>{t.nobodyFits}</p>
            </div>
          )}
        </Card>
      )}
      <nav className="row" aria-label={s.sessions}>
        {page.before && (
          <ButtonLink to={`${place}/hadir/${page.before}`} look="quiet">
            {t.before}
          </ButtonLink>
        )}
        {page.after && (
          <ButtonLink to={`${place}/hadir/${page.after}`} look="quiet">
            {t.after}
          </ButtonLink>
        )}
      </nav>
    </IntakeFrame>
  );
}

/** Hides names without taking them out of the form: what was ticked stays ticked. Without scripts the browser's own search does. */
function FindBox({
  rows,
  value,
  onChange,
}: {
  rows: number;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = messagesFor(attendanceMessages, useLocale());
  if (!useHydrated() || rows <= many) return null;
  return (
    <div className="sheet-row">
      <TextField
        name="cari"
        label={t.find}
        type="search"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

/** What is said most often, offered while a reason is typed. */
function Reasons() {
  const t = messagesFor(attendanceMessages, useLocale());
  return (
    <datalist id="alasan">
      {t.reasons.split('|').map((reason) => (
        <option key={reason} value={reason} />
      ))}
    </datalist>
  );
}
