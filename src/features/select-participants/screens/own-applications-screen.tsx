import { Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { OwnLine } from '../rules/own-view.ts';
import { daysOf, stateText, stateTitle } from './own-state.tsx';
import './own-seat.css';

type Props = { lines: readonly OwnLine[]; offices: readonly { officeCode: string; name: string }[] };

/** What I applied for, and where each stands. */
export function OwnApplicationsScreen({ lines, offices }: Props) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  return (
    <div className="narrow stack own-seat">
      <title>{`${t.title} · Gawangan`}</title>
      <div>
        <Link to="/saya">{t.back}</Link>
        <h1>{t.title}</h1>
      </div>
      {lines.map((line) => (
        <article key={line.applicationId} className="card">
          <p className="soft small">
            {line.officeName} · {line.enterprise}
          </p>
          <h2>{line.programme}</h2>
          <p className="soft">
            {line.intake}, {daysOf(line, locale)}
          </p>
          <p className="own-state">{stateTitle(line.state, locale)}</p>
          <p className="small">{stateText(line.state, locale)}</p>
          <Link className="btn secondary wide" to={`/saya/pendaftaran/${line.applicationId}`}>
            {t.more}
          </Link>
        </article>
      ))}
      {lines.length === 0 && (
        <section className="card">
          <p>{t.none}</p>
          <p className="soft small">{t.noneHow}</p>
        </section>
      )}
      {offices.map(({ officeCode, name }) => (
        <a key={officeCode} href={`/ikut/${officeCode}`} className="btn secondary wide">
          {t.openIntakes({ office: name })}
        </a>
      ))}
    </div>
  );
}
