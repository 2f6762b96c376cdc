import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { assignmentMessages } from '../messages/assignment-messages.ts';
import type { AssignmentPage } from '../rules/assignment-view.ts';
import type { Asked } from './assignment-form.tsx';
import { AssignmentForm } from './assignment-form.tsx';
import { AssignmentPreviewCard } from './assignment-preview.tsx';
import { GestureLine } from './gesture-line.tsx';
import { RoundFrame, type RoundHead } from './round-frame.tsx';

type Props = {
  round: RoundHead;
  page: AssignmentPage;
  asked: Asked;
  mayPlan: boolean;
  refusal?: Refusal | undefined;
};

/** Rows are handed out: choose a part and people, look at who gets what, apply; each gesture can be taken back. */
export function AssignmentScreen({ round, page, asked, mayPlan, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(assignmentMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const changes = mayPlan && round.status === 'running';
  return (
    <RoundFrame round={round} title={t.title} lead={t.lead}>
      <ErrorSummary refusal={refusal} labels={{ userIds: t.toWhom, limit: t.limit }} />
      {round.status !== 'running' && <Notice tone="wait">{t.notRunning}</Notice>}
      <p className="count-line">
        <span>
          {page.open === 0
            ? t.allHanded
            : t.openLine({ count: count(page.open), sample: count(page.openSample) })}
        </span>
        <span>
          <Link to={`/pendataan/${round.roundId}/baris`}>{t.rows}</Link>
        </span>
      </p>
      {changes && page.open > 0 && <AssignmentForm page={page} asked={asked} roundId={round.roundId} />}
      {changes && page.preview && <AssignmentPreviewCard preview={page.preview} asked={asked} />}
      <Card title={t.history}>
        {page.gestures.length === 0 ? (
          <p className="soft">{t.noHistory}</p>
        ) : (
          <ul className="lined-list">
            {page.gestures.map((gesture) => (
              <li key={gesture.gestureId}>
                <div>
                  <GestureLine gesture={gesture} />
                  {gesture.undoes && <span className="soft"> ({t.isUndo})</span>}
                  {gesture.undone && <span className="soft"> ({t.undone})</span>}
                  <span className="row-note">
                    {t.by({ by: gesture.movedBy, when: formatInstant(Date.parse(gesture.movedAt), locale) })}
                    {gesture.reason && ` · ${gesture.reason}`}
                  </span>
                </div>
                {changes && !gesture.undone && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="gestureId" value={gesture.gestureId} />
                    <Button name="intent" value="undo" look="quiet">
                      {t.undo}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </RoundFrame>
  );
}
