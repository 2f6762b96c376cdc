import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { IconArrowBackUp } from '#ui/icons.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { decisionSaid } from '../messages/decision-words.ts';
import { overviewMessages } from '../messages/overview-messages.ts';
import type { Decision } from '../rules/decisions.ts';
import type { DecidedView } from '../rules/pair-view.ts';

const tones: Record<Decision, Tone> = {
  same: 'done',
  different: 'quiet',
  unsure: 'wait',
  same_owner: 'info',
  family_continues: 'done',
};

/** What was decided lately, by people and by the machine, each with the way back. */
export function RecentDecisions({
  decided,
  mayDecide,
}: {
  decided: readonly DecidedView[];
  mayDecide: boolean;
}) {
  const locale = useLocale();
  const t = messagesFor(overviewMessages, locale);
  if (decided.length === 0) return <p className="soft">{t.noDecisions}</p>;
  return (
    <ul className="lined-list">
      {decided.map((one) => {
        const pair = t.pair({ left: one.leftName, right: one.rightName });
        return (
          <li key={one.pairId}>
            <div>
              <strong>{pair}</strong>
              <span className="row-note">
                {[
                  one.ownerName,
                  one.village,
                  one.byMachine
                    ? `${t.byMachine}, ${formatInstant(Date.parse(one.at), locale)}`
                    : t.decidedBy({ by: one.by, at: formatInstant(Date.parse(one.at), locale) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <StatusBadge tone={tones[one.decision]}>{decisionSaid(one.decision, locale)}</StatusBadge>
            {mayDecide && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="pairId" value={one.pairId} />
                <Button
                  name="intent"
                  value="undo"
                  look="quiet"
                  icon={IconArrowBackUp}
                  aria-label={t.undoPair({ pair })}
                >
                  {t.undo}
                </Button>
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
