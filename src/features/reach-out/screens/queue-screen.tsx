import { useRef } from 'react';
import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconArrowBackUp, IconCheck, IconClock, IconSend } from '#ui/icons.ts';
import { Kbd } from '#ui/kbd.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { queueMessages } from '../messages/queue-messages.ts';
import type { QueueView } from '../rules/reach-view.ts';
import { useKeys } from './use-keys.ts';
import './reach.css';

type Props = QueueView & { stopped: boolean; refusal?: Refusal | undefined };

/** What may have happened, each with its key. */
const said = [
  { outcome: 'sent', key: '1' },
  { outcome: 'replied', key: '2' },
  { outcome: 'wrong_number', key: '3' },
  { outcome: 'skipped', key: '4' },
] as const;

/** One person after another: who, the message, one tap to the chat, one tap for how it went. */
export function QueueScreen({ outreach, left, all, person, again, skipped, stopped, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(queueMessages, locale);
  const box = useRef<HTMLDivElement>(null);
  useKeys((key) => {
    const button = /^[a-z0-9]$/.test(key)
      ? box.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)
      : null;
    button?.click();
    return Boolean(button);
  });
  const back = `/sapa/${outreach.outreachId}`;
  const count = (value: number) => formatNumber(value, locale);
  return (
    <div className="stack tight queue" ref={box}>
      <title>{`${t.title} · ${outreach.title} · Gawangan`}</title>
      <PageHeader
        back={{ to: back, label: outreach.title }}
        title={person ? (person.ownerName ?? t.unknownOwner) : t.title}
        lead={t.left({ left: count(left), all: count(all) })}
      />
      <progress className="queue-progress" aria-hidden="true" max={Math.max(1, all)} value={all - left} />
      <ErrorSummary refusal={refusal} />
      {stopped && (
        <Notice tone="wrong" live>
          {t.refusedConsent}
        </Notice>
      )}
      {person ? (
        <Card>
          <div className="stack tight">
            <p>
              {person.enterprises.map((one, at) => (
                <span key={one.enterpriseId}>
                  {at > 0 && ' · '}
                  <Link to={`/usaha/${one.enterpriseId}`}>{one.name}</Link>
                </span>
              ))}
              {person.place && <span className="row-note">{person.place}</span>}
              {person.skips > 0 && <span className="row-note">{t.before}</span>}
            </p>
            <section
              className="queue-message"
              aria-label={t.message}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on phones, also by keyboard
              tabIndex={0}
            >
              {person.text}
            </section>
            <form method="post" action={`/sapa/${outreach.outreachId}/buka`} target="_blank" rel="noopener">
              <input type="hidden" name="recipientId" value={person.recipientId} />
              <Button icon={IconSend} wide data-key="w" aria-keyshortcuts="w">
                {t.open} <Kbd>w</Kbd>
              </Button>
            </form>
            <p className="soft small">{t.openHow}</p>
            <Form method="post" className="queue-said" aria-label={t.after}>
              <input type="hidden" name="recipientId" value={person.recipientId} />
              {again > 0 && <input type="hidden" name="lagi" value={again} />}
              {said.map(({ outcome, key }) => (
                <Button
                  key={outcome}
                  look="secondary"
                  name="outcome"
                  value={outcome}
                  data-key={key}
                  aria-keyshortcuts={key}
                  {...(outcome === 'sent' ? { icon: IconCheck } : {})}
                >
                  {t[outcome]} <Kbd>{key}</Kbd>
                </Button>
              ))}
              <Button look="quiet" name="outcome" value="declined" className="queue-declined">
                {t.declined}
              </Button>
            </Form>
          </div>
        </Card>
      ) : skipped !== null ? (
        <EmptyState
          icon={IconClock}
          title={t.skippedTitle({ left: count(left) })}
          action={
            <div className="row centred">
              <ButtonLink to={`?lagi=${skipped}`}>{t.skippedAgain}</ButtonLink>
              <ButtonLink to={back} look="secondary">
                {t.toList}
              </ButtonLink>
            </div>
          }
        >
          {t.skippedText}
        </EmptyState>
      ) : (
        <EmptyState
          icon={IconCheck}
          title={t.doneTitle}
          action={<ButtonLink to={back}>{t.toList}</ButtonLink>}
        >
          {t.done}
        </EmptyState>
      )}
      <Form method="post">
        {again > 0 && <input type="hidden" name="lagi" value={again} />}
        <Button
          look="quiet"
          icon={IconArrowBackUp}
          name="intent"
          value="undo"
          data-key="z"
          aria-keyshortcuts="z"
        >
          {t.undo} <Kbd>z</Kbd>
        </Button>
      </Form>
    </div>
  );
}
