import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Icon } from '#ui/icon.tsx';
import { IconClock, IconDownload } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { sessionMessages } from '../messages/session-messages.ts';
import type { SessionsView } from '../rules/session-view.ts';
import { IntakeCasesCard } from './intake-cases-card.tsx';
import { IntakeFrame } from './intake-frame.tsx';
import { SessionFields, type SessionValues } from './session-fields.tsx';
import { SessionItem } from './session-item.tsx';
import { type LinkOnce, TrainerLinksCard } from './trainer-links-card.tsx';

export type SessionsReply = {
  intent: string;
  typed: Partial<SessionValues> & { sessionId?: string };
  refusal: Refusal;
};

type Props = {
  page: SessionsView;
  mayRun: boolean;
  mayAttend: boolean;
  /** What was just done: a saved form, days that were filled, cases that were opened. */
  saved: { filled: number | null; opened: number | null } | null;
  /** The session whose form is open. */
  edited: string | null;
  linkOnce?: LinkOnce | undefined;
  reply?: SessionsReply | undefined;
};

/** When an intake meets and who came; phones of its trainers, and its cases. */
export function SessionsScreen({ page, mayRun, mayAttend, saved, edited: asked, linkOnce, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(sessionMessages, locale);
  const { intakeId, sessions, seated, emptyDays } = page;
  const count = (value: number) => formatNumber(value, locale);
  const fill = mayRun && emptyDays > 0 && (
    <Form method="post">
      <Button name="intent" value="fill" look={sessions.length === 0 ? 'primary' : 'secondary'}>
        {sessions.length === 0 ? t.fill : t.fillRest({ count: count(emptyDays) })}
      </Button>
    </Form>
  );
  const refused = reply?.intent === 'change' ? reply : undefined;
  const edited = refused?.typed.sessionId ?? asked;
  const labels = { day: t.day, from: t.from, to: t.to, place: t.place, topic: t.topic, trainer: t.trainer };
  return (
    <IntakeFrame
      head={page}
      title={t.title}
      lead={t.lead}
      action={
        sessions.length > 0 && (
          <a className="btn quiet" href={`/pembinaan/angkatan/${intakeId}/jadwal.ics`} download>
            <Icon of={IconDownload} />
            {t.calendar}
          </a>
        )
      }
    >
      <ErrorSummary refusal={reply?.refusal ?? null} labels={labels} />
      {saved && (
        <Notice tone="done" live>
          {saved.filled !== null
            ? t.filled({ count: count(saved.filled) })
            : saved.opened !== null
              ? t.opened({ count: count(saved.opened) })
              : t.saved}
        </Notice>
      )}
      <Card title={sessions.length > 0 ? t.sessions : undefined} action={sessions.length > 0 && fill} flush>
        {sessions.length === 0 ? (
          <EmptyState icon={IconClock} title={t.emptyTitle} action={fill}>
            {mayRun ? t.emptyText({ count: count(emptyDays) }) : t.emptyView}
          </EmptyState>
        ) : (
          <ul className="plain-list session-list">
            {sessions.map((session) => (
              <SessionItem
                key={`${session.sessionId} ${session.revision}`}
                intakeId={intakeId}
                session={session}
                seated={seated}
                mayRun={mayRun}
                mayAttend={mayAttend}
                isEdited={edited === session.sessionId}
                reply={edited === session.sessionId ? refused : undefined}
              />
            ))}
          </ul>
        )}
      </Card>
      {mayRun && edited === null && (
        <AddSession page={page} reply={reply?.intent === 'add' ? reply : undefined} />
      )}
      {page.isStaff && (
        <div className="run-pair">
          {page.cases && (
            <IntakeCasesCard intakeId={intakeId} cases={page.cases} mayRun={mayRun} seated={seated} />
          )}
          {(mayRun || page.links.length > 0) && (
            <TrainerLinksCard page={page} mayRun={mayRun} linkOnce={linkOnce} />
          )}
        </div>
      )}
    </IntakeFrame>
  );
}

function AddSession({ page, reply }: { page: SessionsView; reply: SessionsReply | undefined }) {
  const t = messagesFor(sessionMessages, useLocale());
  const { sessionId, ...next } = page.next;
  return (
    <details className="more" open={reply !== undefined} key={sessionId}>
      <summary>{t.add}</summary>
      <div className="more-inside">
        <Form method="post" className="fields" noValidate>
          <input type="hidden" name="sessionId" value={reply?.typed.sessionId ?? sessionId} />
          <SessionFields values={reply?.typed ?? next} errors={reply?.refusal.fields} />
          <div className="row">
            <Button name="intent" value="add">
              {t.add}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
