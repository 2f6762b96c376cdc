import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { outreachMessages } from '../messages/outreach-messages.ts';
import type { OutreachView } from '../rules/reach-view.ts';

type Props = {
  view: OutreachView;
  maySend: boolean;
  typed?: { templateName: string; templateLanguage: string } | undefined;
  errors?: readonly FieldRefusal[] | undefined;
};

/** What WhatsApp itself sends to those who agreed: start, progress, cost, and what is in doubt. */
export function OutreachSending({ view, maySend, typed, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(outreachMessages, locale);
  const { sending } = view;
  const words: Record<string, unknown> = { ...t, sending: t.sendingNow };
  const count = (value: number) => formatNumber(value, locale);
  if (!sending.canSend && sending.counts.length === 0)
    return (
      <Card title={t.sending}>
        <p className="soft">{t.sendingNone}</p>
      </Card>
    );
  return (
    <Card title={t.sending}>
      <div className="stack tight">
        <p className="soft">{t.sendingHow}</p>
        {sending.state === 'paused' && <Notice tone="wait">{pausedWords(sending.pauseReason, t)}</Notice>}
        {sending.counts.length > 0 && (
          <DefinitionList
            items={[
              ...sending.counts.map(({ status, count: of }) => ({
                term: String(words[status] ?? status),
                value: `${count(of)} ${t.peopleUnit}`,
              })),
              { term: t.cost, value: formatRupiah(sending.cost, locale) },
            ]}
          />
        )}
        {sending.doubts.length > 0 && (
          <section>
            <h3>{t.doubtTitle}</h3>
            <p className="soft">{t.doubtHow}</p>
            <ul className="reach-villages">
              {sending.doubts.map(({ sendId, ownerName, enterprises }) => (
                <li key={sendId}>
                  <span>
                    <strong>{ownerName ?? enterprises[0]}</strong>
                    <span className="row-note">{enterprises.join(', ')}</span>
                  </span>
                  {maySend && (
                    <Form method="post" className="row">
                      <input type="hidden" name="sendId" value={sendId} />
                      <Button look="secondary" name="intent" value="doubt_sent">
                        {t.doubtSent}
                      </Button>
                      <Button look="quiet" name="intent" value="doubt_again">
                        {t.doubtAgain}
                      </Button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {maySend && sending.state !== 'off' && (
          <Form method="post">
            <Button look="secondary" name="intent" value={sending.state === 'on' ? 'pause' : 'resume'}>
              {sending.state === 'on' ? t.pause : t.resume}
            </Button>
          </Form>
        )}
        {maySend && sending.canSend && (
          <>
            <p>{sending.agreed > 0 ? t.agreed({ count: count(sending.agreed) }) : t.nobodyAgreed}</p>
            {sending.agreed > 0 && (
              <Form method="post" className="fields">
                <TextField
                  name="templateName"
                  label={t.templateName}
                  hint={t.templateNameHint}
                  defaultValue={typed?.templateName || sending.templateName}
                  errors={errors}
                  autoComplete="off"
                />
                <TextField
                  name="templateLanguage"
                  label={t.templateLanguage}
                  defaultValue={typed?.templateLanguage || 'id'}
                  errors={errors}
                  short
                />
                <SelectField
                  name="templateCategory"
                  label={t.templateCategory}
                  defaultValue={view.outreach.purpose === 'promotion' ? 'marketing' : 'utility'}
                  options={[
                    { value: 'utility', label: t.utility },
                    { value: 'marketing', label: t.marketing },
                  ]}
                />
                <div className="row">
                  <Button name="intent" value="send">
                    {t.startSending}
                  </Button>
                </div>
              </Form>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function pausedWords(
  reason: string | null,
  t: { paused_person: string; paused_doubtful: string; paused_code: (p: { code: string }) => string },
): string {
  if (reason === 'doubtful') return t.paused_doubtful;
  return reason === null || reason === 'person' ? t.paused_person : t.paused_code({ code: reason });
}
