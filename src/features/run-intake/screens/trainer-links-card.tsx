import { useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { sessionMessages } from '../messages/session-messages.ts';
import type { SessionsView } from '../rules/session-view.ts';
import type { LinkState } from '../rules/trainer-link.ts';

/** A link just made: shown now and never again. */
export type LinkOnce = { trainer: string; url: string; qr: string; validTo: string };

const tones: Record<LinkState, Tone> = { valid: 'done', revoked: 'quiet', expired: 'quiet' };

/** Links by which trainers mark on their own phones. */
export function TrainerLinksCard({
  page,
  mayRun,
  linkOnce,
}: {
  page: Pick<SessionsView, 'links' | 'linkId'>;
  mayRun: boolean;
  linkOnce: LinkOnce | undefined;
}) {
  const locale = useLocale();
  const t = messagesFor(sessionMessages, locale);
  return (
    <Card title={t.phones}>
      <div className="stack tight">
        {linkOnce && <JustMade link={linkOnce} />}
        <p className="soft">{t.phonesText}</p>
        {page.links.length > 0 && (
          <ul className="lined-list">
            {page.links.map(({ linkId, trainer, validTo, state, madeAt }) => (
              <li key={linkId}>
                <div>
                  <strong>{trainer}</strong>
                  <span className="row-note">
                    {t.linkMade({ at: formatInstant(madeAt.getTime(), locale) })}
                    {state === 'valid' && ` · ${t.validTo({ day: formatDate(validTo, locale) })}`}
                  </span>
                </div>
                <StatusBadge tone={tones[state]}>{t[`link_${state}`]}</StatusBadge>
                {mayRun && state === 'valid' && (
                  <Form method="post">
                    <input type="hidden" name="linkId" value={linkId} />
                    <Button name="intent" value="revoke" look="quiet" aria-label={t.revokeOf({ trainer })}>
                      {t.revoke}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayRun && (
          <Form method="post" className="fields" key={page.linkId}>
            <input type="hidden" name="linkId" value={page.linkId} />
            <TextField name="trainerName" label={t.trainerName} maxLength={120} required />
            <div className="row">
              <Button name="intent" value="link" look="secondary">
                {t.makeLink}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}

/** What is shown once stands before the eyes, and is read aloud. */
function JustMade({ link }: { link: LinkOnce }) {
  const t = messagesFor(sessionMessages, useLocale());
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (link) box.current?.focus();
  }, [link]);
  return (
    <div ref={box} className="link-once" role="status" tabIndex={-1}>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(link.qr)}`}
        alt={t.linkQr}
        width={220}
        height={220}
      />
      <div>
        <strong>{t.linkOnce({ trainer: link.trainer })}</strong>
        <p>{t.linkOnceText}</p>
        <span className="mono small">{link.url}</span>
        <CopyButton text={link.url} label={t.copyLink} />
      </div>
    </div>
  );
}
