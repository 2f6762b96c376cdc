import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { publicMessages } from '../messages/public-messages.ts';
import { publicWindowWords } from '../messages/window-words.ts';
import type { PublicIntake, PublicOffice } from '../rules/public-view.ts';
import { PublicFacts } from './public-facts.tsx';
import './public.css';

/** What an office offers now, for anybody. */
export function PublicIntakesScreen({ officeName, open, closed }: PublicOffice) {
  const t = messagesFor(publicMessages, useLocale());
  return (
    <div className="open-intakes">
      <title>{`${t.title}: ${officeName}`}</title>
      <div>
        <h1>{t.title}</h1>
        <p className="soft">{t.lead({ office: officeName })}</p>
      </div>
      {open.length === 0 && (
        <section className="card">
          <h2>{t.none}</h2>
          <p className="soft">{t.noneHow}</p>
        </section>
      )}
      {open.map((intake) => (
        <IntakeCard key={intake.code} intake={intake} />
      ))}
      {closed.length > 0 && (
        <>
          <h2>{t.closedLately}</h2>
          {closed.map((intake) => (
            <IntakeCard key={intake.code} intake={intake} />
          ))}
        </>
      )}
    </div>
  );
}

function IntakeCard({ intake }: { intake: PublicIntake }) {
  const locale = useLocale();
  const { officeCode, code, programme, name, stage, window } = intake;
  return (
    <section className="card">
      <div>
        <p className="overline">{[name, stage].filter(Boolean).join(' · ')}</p>
        <h2>
          <a href={`/ikut/${officeCode}/${code}`}>{programme}</a>
        </h2>
      </div>
      <PublicFacts intake={intake} />
      <p className="intake-fact">{publicWindowWords(window, locale)}</p>
    </section>
  );
}
