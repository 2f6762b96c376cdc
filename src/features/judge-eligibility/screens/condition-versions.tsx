import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import type { VersionView } from '../rules/eligibility-view.ts';

/** What was in force when, by whose hand and why. */
export function ConditionVersions({ versions }: { versions: readonly VersionView[] }) {
  const locale = useLocale();
  const t = messagesFor(conditionMessages, locale);
  return (
    <Card title={t.history}>
      <ul className="condition-lines">
        {versions.map((one) => (
          <li key={one.version} className={one.holds ? 'yes' : undefined}>
            <div className="row">
              <strong>{t.version({ version: one.version, day: formatDate(one.effectiveOn, locale) })}</strong>
              {one.holds && <StatusBadge tone="done">{t.holds}</StatusBadge>}
            </div>
            <p className="soft small">
              {t.linesCount({ count: one.lines })} ·{' '}
              {t.by({ who: one.createdBy, day: formatInstant(one.createdAt, locale) })}
            </p>
            {one.note && <p>{one.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
