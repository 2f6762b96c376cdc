import { Link } from 'react-router';
import { useLocale } from '#ui/use-locale.ts';
import type { ProfilePartView } from '../rules/profile-part.ts';
import { ProfileSection } from './profile-section.tsx';

/** What other slices know of the enterprise, each in a section of its own. */
export function ProfileParts({ parts }: { parts: readonly ProfilePartView[] }) {
  const locale = useLocale();
  return parts.map(({ id, title, lines, empty, link }) => (
    <ProfileSection
      key={id}
      id={id}
      title={title[locale]}
      action={link ? <Link to={link.to}>{link.label[locale]}</Link> : undefined}
    >
      {lines.length === 0 ? (
        <p className="soft">{empty[locale]}</p>
      ) : (
        <ul className="lined-list">
          {lines.map((line) => (
            <li key={line.key}>
              <div>
                {line.title[locale]}
                <span className="row-note">{line.note[locale]}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </ProfileSection>
  ));
}
