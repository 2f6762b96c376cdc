import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { formMessages } from '../messages/form-messages.ts';
import { placeLine } from './place-line.ts';

export type OwnerMatchView = {
  ownerId: string;
  ownerName: string;
  by: 'nik' | 'phone' | 'name';
  enterprises: readonly {
    enterpriseId: string;
    name: string;
    villageName: string | null;
    rt: string | null;
    rw: string | null;
  }[];
};

/** Who may already be on record: open their enterprise, or take the owner. Undefined while nothing was asked. */
export function OwnerMatches({ matches }: { matches: readonly OwnerMatchView[] | undefined }) {
  const t = messagesFor(formMessages, useLocale());
  const why = { nik: t.byNik, phone: t.byPhone, name: t.byName };
  return (
    <div role="status" className="matches">
      {matches?.length === 0 && <p className="soft small">{t.noMatches}</p>}
      {matches && matches.length > 0 && (
        <div className="notice wait">
          <div>
            <strong>{t.matches}</strong>
            <p className="small">{t.matchesLead}</p>
            <ul className="match-list">
              {matches.map((match) => (
                <li key={match.ownerId}>
                  <div>
                    <strong>{match.ownerName}</strong> <span className="small">({why[match.by]})</span>
                    <ul className="match-enterprises">
                      {match.enterprises.map((one) => (
                        <li key={one.enterpriseId}>
                          <a
                            href={`/usaha/${one.enterpriseId}`}
                            target="_blank"
                            rel="noreferrer"
                            aria-label={t.open({ name: one.name })}
                          >
                            {one.name}
                          </a>{' '}
                          <span className="small">{placeLine(one)}</span>
                        </li>
                      ))}
                    </ul>
                  </div>
                  <Button
                    name="intent"
                    value={`use:${match.ownerId}`}
                    formNoValidate
                    look="secondary"
                    aria-label={t.takeWho({ name: match.ownerName })}
                  >
                    {t.use}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
