import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconCircleCheck } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { quarantineMessages } from '../messages/quarantine-messages.ts';
import { verdictWord } from '../messages/verdict-words.ts';
import { canBePutIn, type DeliveryDecision } from '../rules/delivery-states.ts';

export type WaitingItem = {
  envelopeId: string;
  state: 'quarantined' | 'unreadable';
  reason: string;
  receivedAt: Date;
  phone: string | null;
  about: {
    person: string | null;
    round: string | null;
    enterprise: string | null;
    isFound: boolean;
    verdict: string | null;
    isFinished: boolean;
    finishedAt: string;
    answers: number;
    photos: number;
  } | null;
};

type Props = {
  counts: { quarantined: number; unreadable: number };
  waiting: readonly WaitingItem[];
  mayDecide: boolean;
  refusal?: Refusal;
  /** Whose form was declined. */
  refusedId?: string;
  done?: DeliveryDecision;
};

/** Many forms stand on one page: each note has a name of its own. */
export const noteOf = (envelopeId: string): string => `note.${envelopeId}`;

const onItsCard = ({ fields, ...refusal }: Refusal, envelopeId: string): Refusal =>
  fields
    ? {
        ...refusal,
        fields: fields.map((one) => (one.path === 'note' ? { ...one, path: noteOf(envelopeId) } : one)),
      }
    : refusal;

/** What waits for a person, each with why and what can be done. */
export function QuarantineScreen({ counts, waiting, mayDecide, refusal, refusedId, done }: Props) {
  const locale = useLocale();
  const t = messagesFor(quarantineMessages, locale);
  const refused = refusal && onItsCard(refusal, refusedId ?? '');
  const total = counts.quarantined + counts.unreadable;
  const open = waiting.filter(({ state }) => state === 'quarantined');
  const unreadable = waiting.filter(({ state }) => state === 'unreadable');
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/pendataan/hp', label: t.back }} />
      {done && (
        <Notice tone="done" live>
          {done === 'release' ? t.released : t.wasSetAside}
        </Notice>
      )}
      <ErrorSummary refusal={refused} labels={{ [noteOf(refusedId ?? '')]: t.note }} />
      {total === 0 && (
        <EmptyState icon={IconCircleCheck} title={t.empty}>
          {t.emptyText}
        </EmptyState>
      )}
      {total > waiting.length && (
        <p className="soft small">{t.moreThanShown({ count: formatNumber(total, locale) })}</p>
      )}
      {open.map((item) => (
        <WaitingCard key={item.envelopeId} item={item} mayDecide={mayDecide} errors={refused?.fields} />
      ))}
      {unreadable.length > 0 && (
        <>
          <Notice tone="info">
            <strong>{t.unreadableTitle}.</strong> {t.unreadableText}
          </Notice>
          {unreadable.map((item) => (
            <WaitingCard key={item.envelopeId} item={item} mayDecide={mayDecide} errors={refused?.fields} />
          ))}
        </>
      )}
    </div>
  );
}

function WaitingCard({
  item,
  mayDecide,
  errors,
}: {
  item: WaitingItem;
  mayDecide: boolean;
  errors: Refusal['fields'];
}) {
  const locale = useLocale();
  const t = messagesFor(quarantineMessages, locale);
  const { about, envelopeId } = item;
  const instant = (at: Date | string) => formatInstant(new Date(at).getTime(), locale);
  const received = { term: t.received, value: instant(item.receivedAt) };
  const phone = { term: t.phone, value: item.phone ?? t.unknown };
  const why = (t as unknown as Record<string, string>)[item.reason] ?? t.unreadableTitle;
  const nameless = about?.isFound ? t.found : t.unknownEnterprise;
  const name = about ? (about.enterprise ?? nameless) : t.unreadableTitle;
  return (
    <Card title={name}>
      <div className="stack">
        <DefinitionList
          items={[
            { term: t.why, value: why },
            ...(about
              ? [
                  { term: t.who, value: about.person ?? t.unknown },
                  {
                    term: t.when,
                    value: about.isFinished ? instant(about.finishedAt) : t.draft,
                    note: about.round ?? undefined,
                  },
                  {
                    term: t.what,
                    value: verdictWord(about.verdict, locale),
                    note: t.whatText({ answers: String(about.answers), photos: String(about.photos) }),
                  },
                ]
              : []),
            phone,
            received,
          ]}
        />
        {mayDecide && (
          <Form method="post" className="stack" aria-label={`${t.decide}: ${name}`} noValidate>
            <input type="hidden" name="envelopeId" value={envelopeId} />
            <TextareaField
              name={noteOf(envelopeId)}
              label={t.note}
              hint={t.noteHint}
              errors={errors}
              rows={2}
            />
            <div className="row">
              {item.state === 'quarantined' && canBePutIn(item.reason) && (
                <Button name="decision" value="release">
                  {t.release}
                </Button>
              )}
              <Button look="secondary" name="decision" value="set_aside">
                {t.setAside}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
