import { Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import type { ProfileView } from './profile-view.ts';

/** On which lists it stands, and in which row. */
export function ProfileSources({ sources }: { sources: ProfileView['sources'] }) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  if (sources.length === 0) return <p className="soft">{t.noSources}</p>;
  return (
    <ul className="lined-list">
      {sources.map(({ sourceListId, name, asOf, sourceRow }) => (
        <li key={sourceListId}>
          <div>
            <Link to={`/usaha?sumber=${sourceListId}`}>
              {sourceRow === null ? name : t.sourceRow({ name, row: formatNumber(sourceRow, locale) })}
            </Link>
            <span className="row-note">{t.asOf({ day: formatDate(asOf, locale) })}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
