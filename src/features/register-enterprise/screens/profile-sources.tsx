import { Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { mergeMessages } from '../messages/merge-messages.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import type { ProfileView } from './profile-view.ts';

/** On which lists it stands, and in which row. */
export function ProfileSources({
  sources,
  names,
}: {
  sources: ProfileView['sources'];
  /** Of the records that were merged into this one. */
  names: Readonly<Record<string, string>>;
}) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const merged = messagesFor(mergeMessages, locale);
  if (sources.length === 0) return <p className="soft">{t.noSources}</p>;
  return (
    <ul className="lined-list">
      {sources.map(({ sourceListId, name, asOf, sourceRow, enterpriseId }) => (
        <li key={`${sourceListId} ${enterpriseId}`}>
          <div>
            <Link to={`/usaha?sumber=${sourceListId}`}>
              {sourceRow === null ? name : t.sourceRow({ name, row: formatNumber(sourceRow, locale) })}
            </Link>
            <span className="row-note">
              {t.asOf({ day: formatDate(asOf, locale) })}
              {names[enterpriseId] !== undefined && ` · ${merged.side({ name: names[enterpriseId] })}`}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
