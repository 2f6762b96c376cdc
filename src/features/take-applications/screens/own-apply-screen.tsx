import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { publicMessages } from '../messages/public-messages.ts';
import { publicWindowWords } from '../messages/window-words.ts';
import type { OwnApplyPage, OwnEnterprise } from '../rules/own-apply-view.ts';
import { windowOf } from '../rules/why-not.ts';
import { FileDrop } from './file-drop.tsx';
import { PublicFacts } from './public-facts.tsx';
import './public.css';

type Props = { page: OwnApplyPage; applicationId: string; refusal?: Refusal | undefined };

/** An owner applies on the own phone: which enterprise, what is lacking, one button. */
export function OwnApplyScreen({ page, applicationId, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(publicMessages, locale);
  const { intake, enterprises } = page;
  const window = windowOf(refusal?.details) ?? intake.window;
  const free = enterprises.filter(({ applied }) => !applied);
  return (
    <div className="narrow stack">
      <title>{`${t.ownTitle}: ${intake.programme} · Gawangan`}</title>
      <div>
        <a href={`/ikut/${intake.officeCode}/${intake.code}`}>{t.back}</a>
        <h1>{intake.programme}</h1>
        <p className="soft">{[intake.officeName, intake.name].join(' · ')}</p>
      </div>
      {refusal && !windowOf(refusal.details) && <ErrorSummary refusal={refusal} />}
      <Notice tone={window.state === 'open' ? 'info' : 'wait'}>{publicWindowWords(window, locale)}</Notice>
      <section className="card">
        <PublicFacts intake={intake} />
      </section>
      {enterprises.length === 0 && (
        <section className="card stack">
          <h2>{t.ownNone}</h2>
          <p>{t.ownNoneHow}</p>
        </section>
      )}
      {enterprises.length > 0 && free.length === 0 && (
        <section className="card stack">
          <p>{t.ownAllApplied}</p>
          <a className="btn wide" href="/saya/pendaftaran">
            {t.ownSee}
          </a>
        </section>
      )}
      {free.length > 0 && window.state === 'open' && (
        <Form method="post" encType="multipart/form-data" className="card stack">
          <input type="hidden" name="applicationId" value={applicationId} />
          <fieldset className="field">
            <legend className="label">{t.ownWhich}</legend>
            {enterprises.map((one) => (
              <Choice key={one.enterpriseId} of={one} chosen={one === free[0]} />
            ))}
          </fieldset>
          <FileDrop name="files" label={t.ownFiles} hint={t.ownFilesHint} optional />
          <Button wide>{t.ownSend}</Button>
        </Form>
      )}
    </div>
  );
}

function Choice({ of, chosen }: { of: OwnEnterprise; chosen: boolean }) {
  const t = messagesFor(publicMessages, useLocale());
  const { enterpriseId, name, village, applied, standing, lacking, unknown } = of;
  const said = applied
    ? [t.ownApplied]
    : [
        standing === 0 ? t.ownMeets : '',
        lacking.length > 0 ? t.ownLacking({ what: lacking.join(', ') }) : '',
        unknown.length > 0 ? t.ownUnknown({ what: unknown.join(', ') }) : '',
        lacking.length + unknown.length > 0 ? t.ownStill : '',
      ].filter(Boolean);
  return (
    <label className="choice">
      <input
        className="box"
        type="radio"
        name="enterpriseId"
        value={enterpriseId}
        defaultChecked={chosen}
        disabled={applied}
        required
      />
      <span>
        <strong>{name}</strong>
        {village && `, ${village}`}
        {said.length > 0 && <span className="hint block">{said.join(' ')}</span>}
      </span>
    </label>
  );
}
