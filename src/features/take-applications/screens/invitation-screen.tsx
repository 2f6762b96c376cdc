import { formatLongDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { publicMessages } from '../messages/public-messages.ts';
import { publicWindowWords } from '../messages/window-words.ts';
import type { InvitationState } from '../rules/invitation-state.ts';
import type { PublicIntake } from '../rules/public-view.ts';
import { windowOf } from '../rules/why-not.ts';
import { PublicFacts } from './public-facts.tsx';
import './public.css';

type Shown = { state: InvitationState; enterprise: string; expiresAt: Date; intake: PublicIntake };
type Props = {
  invitation: Shown | null;
  /** Of the application about to be sent: sent twice it is kept once. */
  applicationId: string;
  used: { isNew: boolean; lacking: readonly string[]; unknown: readonly string[] } | null;
  refusal: Refusal | null;
};

/** What the bearer of a code sees: what it is for, and one button. */
export function InvitationScreen({ invitation, applicationId, used, refusal }: Props) {
  const t = messagesFor(publicMessages, useLocale());
  return (
    <div className="narrow stack">
      <title>{`${t.invited} · Gawangan`}</title>
      {refusal && <Declined refusal={refusal} />}
      {used && <Answer used={used} />}
      {!invitation && !refusal && (
        <Notice tone="wrong">
          <strong>{t.codeUnknown}</strong>
          <p>{t.codeUnknownHow}</p>
        </Notice>
      )}
      {invitation && (
        <Invitation invitation={invitation} applicationId={applicationId} used={used !== null} />
      )}
    </div>
  );
}

function Invitation({
  invitation: { state, enterprise, expiresAt, intake },
  applicationId,
  used,
}: {
  invitation: Shown;
  applicationId: string;
  used: boolean;
}) {
  const locale = useLocale();
  const t = messagesFor(publicMessages, locale);
  const takes = intake.window.state === 'open';
  return (
    <>
      {!used && <State state={state} />}
      <div>
        {state === 'waiting' && !used && <p className="overline">{t.invited}</p>}
        <h1>{intake.programme}</h1>
        <p className="soft">{[intake.officeName, intake.name].join(' · ')}</p>
      </div>
      <section className="card stack">
        <PublicFacts intake={intake} />
        <p>
          <a href={`/ikut/${intake.officeCode}/${intake.code}`}>{t.readConditions}</a>
        </p>
      </section>
      {state === 'waiting' && !used && (
        <form method="post" className="card stack">
          <input type="hidden" name="applicationId" value={applicationId} />
          <p>
            <span className="soft small block">{t.invitedEnterprise}</span>
            <strong>{enterprise}</strong>
          </p>
          <p className="soft small">{t.invitedCheck}</p>
          <p className="intake-fact">{publicWindowWords(intake.window, locale)}</p>
          {takes && (
            <>
              <Button wide>{t.apply}</Button>
              <p className="soft small">
                {t.codeValid({
                  day: formatLongDate(plainDateInWib(expiresAt.getTime() - 86_400_000), locale),
                })}
              </p>
            </>
          )}
        </form>
      )}
    </>
  );
}

function State({ state }: { state: InvitationState }) {
  const t = messagesFor(publicMessages, useLocale());
  if (state === 'waiting') return null;
  if (state === 'used')
    return (
      <Notice tone="done">
        <strong>{t.codeUsed}</strong>
        <p>{t.codeUsedHow}</p>
      </Notice>
    );
  return (
    <Notice tone="wait">
      <strong>{state === 'expired' ? t.codeExpired : t.codeRevoked}</strong>
      <p>{t.codeAskNew}</p>
    </Notice>
  );
}

function Answer({ used: { isNew, lacking, unknown } }: { used: NonNullable<Props['used']> }) {
  const t = messagesFor(publicMessages, useLocale());
  return (
    <Notice tone="done" live>
      <strong>{lacking.length > 0 ? t.receivedLacking({ what: lacking.join(', ') }) : t.received}</strong>
      {unknown.length > 0 && <p>{t.receivedUnknown({ what: unknown.join(', ') })}</p>}
      <p>{isNew ? (lacking.length > 0 ? t.receivedHow : t.receivedDone) : t.receivedBefore}</p>
    </Notice>
  );
}

function Declined({ refusal }: { refusal: Refusal }) {
  const locale = useLocale();
  const t = messagesFor(publicMessages, locale);
  const window = windowOf(refusal.details);
  if (refusal.code === 'rate_limited')
    return (
      <Notice tone="wait">
        {t.tooMany({ minutes: String(Math.ceil(Number(refusal.details?.seconds ?? 60) / 60)) })}
      </Notice>
    );
  // What stands below says the same, and more.
  if (refusal.code === 'already_done' || refusal.code === 'expired') return null;
  return (
    <Notice tone="wrong" live>
      {window ? publicWindowWords(window, locale) : refusalMessage(refusal, locale)}
    </Notice>
  );
}
