import { messagesFor } from '#kernel/language.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { publicMessages } from '../messages/public-messages.ts';
import { publicWindowWords } from '../messages/window-words.ts';
import type { PublicCondition, PublicIntake, PublicIntakePage } from '../rules/public-view.ts';
import { shareLink, shareText } from '../rules/share-text.ts';
import { PublicFacts } from './public-facts.tsx';
import './public.css';

type Props = PublicIntakePage & {
  /** Whole address of this page. */
  link: string;
};

/** One intake for anybody: what it is, its conditions, how to apply, how people are chosen. */
export function PublicIntakeScreen({ intake, conditions, link }: Props) {
  const locale = useLocale();
  const t = messagesFor(publicMessages, locale);
  const { officeCode, officeName, programme, summary, name, stage, window } = intake;
  const takes = window.state === 'open';
  const waits = window.state === 'not_yet';
  return (
    <div className="open-intakes">
      <title>{`${programme}: ${officeName}`}</title>
      <div>
        <p className="overline">{[officeName, name, stage].filter(Boolean).join(' · ')}</p>
        <h1>{programme}</h1>
        {summary && <p className="soft">{summary}</p>}
      </div>
      <Notice tone={takes ? 'done' : 'wait'}>
        <strong>{publicWindowWords(window, locale)}</strong>
      </Notice>
      <section className="card">
        <PublicFacts intake={intake} />
        <p>
          <a href={`/ikut/${officeCode}/${intake.code}/jadwal.ics`}>{t.calendar}</a>
        </p>
      </section>
      <Conditions conditions={conditions} />
      {takes && <Ways intake={intake} />}
      <section className="card">
        <h2>{t.chosen}</h2>
        <p>{t.chosenText}</p>
        <p>
          <a href={`/ikut/${officeCode}/${intake.code}/pemilihan`}>{t.chosenGo}</a>
        </p>
      </section>
      {(takes || waits) && <Share intake={intake} conditions={conditions} link={link} />}
      <p>
        <a href={`/ikut/${officeCode}`}>{t.others}</a>
      </p>
    </div>
  );
}

function Conditions({ conditions }: { conditions: readonly PublicCondition[] }) {
  const t = messagesFor(publicMessages, useLocale());
  return (
    <section className="card">
      <h2>{t.conditions}</h2>
      {conditions.length === 0 ? (
        <p>{t.conditionsNone}</p>
      ) : (
        <>
          <ul className="open-list">
            {conditions.map(({ key, label, remedy }) => (
              <li key={key}>
                {label}
                {remedy && <span className="hint block">{remedy}</span>}
              </li>
            ))}
          </ul>
          <p className="soft">{t.conditionsBlock}</p>
        </>
      )}
      <h2>{t.bring}</h2>
      <ul className="open-list">
        <li>{t.bringKtp}</li>
        <li>{t.bringPapers}</li>
        <li>{t.bringProduct}</li>
      </ul>
    </section>
  );
}

function Ways({ intake: { officeCode, officeName, code } }: { intake: PublicIntake }) {
  const t = messagesFor(publicMessages, useLocale());
  return (
    <section className="card open-ways">
      <h2>{t.how}</h2>
      <section>
        <h3>{t.howPhone}</h3>
        <p>{t.howPhoneText}</p>
        <a className="btn wide" href={`/saya/daftar/${officeCode}/${code}`}>
          {t.howPhoneGo}
        </a>
      </section>
      <section>
        <h3>{t.howCode}</h3>
        <p>{t.howCodeText}</p>
        <a className="btn secondary wide" href={`/ikut/${officeCode}/${code}/undangan`}>
          {t.howCodeGo}
        </a>
      </section>
      <section>
        <h3>{t.howOfficer}</h3>
        <p>{t.howOfficerText({ office: officeName })}</p>
      </section>
    </section>
  );
}

function Share({ intake, conditions, link }: Props) {
  const t = messagesFor(publicMessages, useLocale());
  // To owners, in their language, whoever reads this page.
  const text = shareText(intake, conditions, { deadline: publicWindowWords(intake.window, 'id'), link });
  return (
    <section className="card">
      <h2>{t.share}</h2>
      <div className="field">
        <label className="label" htmlFor="pesan">
          {t.shareText}
        </label>
        <span className="hint" id="pesan-petunjuk">
          {t.shareHint}
        </span>
        <textarea
          id="pesan"
          className="input"
          aria-describedby="pesan-petunjuk"
          readOnly
          rows={text.split('\n').length + 3}
          defaultValue={text}
        />
      </div>
      <div className="row">
        <a className="btn" href={shareLink(text)} rel="noreferrer">
          {t.shareGo}
        </a>
        <a className="btn secondary" href={`/ikut/${intake.officeCode}/${intake.code}/poster.pdf`}>
          {t.poster}
        </a>
      </div>
    </section>
  );
}
