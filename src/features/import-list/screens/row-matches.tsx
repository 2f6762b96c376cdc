import { messagesFor } from '#kernel/language.ts';
import { formatRtRw } from '#kernel/naming/rt-rw.ts';
import { Icon } from '#ui/icon.tsx';
import { IconBuildingStore } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { TypedMatch } from '../rules/typing-view.ts';

/** "Mungkin sudah ada: Siti Aminah, Jenggot RT 02/RW 05 — Batik Siti": who of the register the row may be. */
export function RowMatches({ matches }: { matches: readonly TypedMatch[] }) {
  const t = messagesFor(typingMessages, useLocale());
  const isSure = matches[0]?.by === 'nik';
  const why = { nik: t.byNik, phone: t.byPhone, name: t.byName };
  return (
    <div role="status" className="typed-matches">
      {matches.length > 0 && (
        <div className={isSure ? 'typed-match sure' : 'typed-match'}>
          <Icon of={IconBuildingStore} size={18} />
          <div>
            <strong>{isSure ? t.there : t.maybeThere}</strong>
            <ul className="plain-list">
              {matches.map(({ ownerId, ownerName, by, enterprises }) => (
                <li key={ownerId}>
                  {[ownerName, placeOf(enterprises[0])].filter(Boolean).join(', ')} —{' '}
                  {enterprises.slice(0, 2).map(({ enterpriseId, name }, at) => (
                    <span key={enterpriseId}>
                      {at > 0 && ', '}
                      <a
                        href={`/usaha/${enterpriseId}`}
                        target="_blank"
                        rel="noreferrer"
                        tabIndex={-1}
                        aria-label={t.openRecord({ name })}
                      >
                        {name}
                      </a>
                    </span>
                  ))}{' '}
                  <span className="soft nowrap">({why[by]})</span>
                </li>
              ))}
            </ul>
            {isSure && <span className="small">{t.willComplete}</span>}
          </div>
        </div>
      )}
    </div>
  );
}

function placeOf(enterprise: TypedMatch['enterprises'][number] | undefined): string {
  if (!enterprise) return '';
  const [rt = '', rw = ''] = formatRtRw(enterprise).split('/');
  return [enterprise.villageName, rt === '' ? null : `RT ${rt}`, rw === '' ? null : `RW ${rw}`]
    .filter(Boolean)
    .join(' ');
}
