import type { ReactNode } from 'react';
import { formatDate, formatInstant, type PlainDate } from '#kernel/calendar.ts';
import { Icon, type IconType } from './icon.tsx';
import { useLocale } from './use-locale.ts';

export type TimelineEntry = {
  id: string;
  /** A day, or an instant in milliseconds since 1970 UTC. */
  at: PlainDate | number;
  title: ReactNode;
  who?: string;
  detail?: ReactNode;
  icon?: IconType;
};

/** What happened, in the order given (newest first by custom). */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const locale = useLocale();
  return (
    <ol className="timeline">
      {entries.map(({ id, at, title, who, detail, icon }) => (
        <li key={id}>
          <span className="timeline-mark">{icon && <Icon of={icon} size={16} />}</span>
          <div>
            <p className="timeline-title">{title}</p>
            <p className="soft small">
              <time dateTime={typeof at === 'number' ? new Date(at).toISOString() : at}>
                {typeof at === 'number' ? formatInstant(at, locale) : formatDate(at, locale)}
              </time>
              {who && ` · ${who}`}
            </p>
            {detail && <div className="timeline-detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
