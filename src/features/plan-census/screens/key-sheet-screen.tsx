import { useState } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxField } from '#ui/choice-fields.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Kbd } from '#ui/kbd.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { rtWords } from '../messages/place-words.ts';
import { rtWordNames, sheetMessages } from '../messages/sheet-messages.ts';
import { type SheetView, sheetQuery } from '../rules/sheet-view.ts';
import { rtWords as rtWordsInOrder } from '../rules/visit-order.ts';
import { type KeyLine, KeyRow } from './key-row.tsx';
import type { RoundHead } from './round-frame.tsx';
import { useSheetKeys } from './use-sheet-keys.ts';
import './sheet.css';

type Props = {
  round: RoundHead;
  sheet: Omit<SheetView, 'lines'> & { lines: KeyLine[] };
  /** The next RT of the village; null after the last. */
  next: { rw: string | null; rt: string | null } | null;
  saved: boolean;
  refusal?: Refusal | undefined;
};

/** What the RT said, keyed in the order of the paper: one key a name. Without scripts it is a form of radio buttons. */
export function KeySheetScreen({ round, sheet, next, saved, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(sheetMessages, locale);
  const [told, setTold] = useState(sheet.lines.filter((line) => line.told !== null).length);
  const { list, onKeyDown } = useSheetKeys(setTold);
  const count = (value: number) => formatNumber(value, locale);
  const base = `/pendataan/${round.roundId}/lembar`;
  const errors = refusal?.fields ?? [];
  const isSending = useNavigation().state === 'submitting';
  return (
    <div className="stack key-sheet">
      <title>{`${t.keyTitle} · Gawangan`}</title>
      <PageHeader
        back={{ to: `${base}?wilayah=${sheet.villageCode}`, label: t.title }}
        title={`${rtWords(sheet, locale)}, ${sheet.village}`}
        lead={round.status === 'running' ? t.keyLead : t.notRunning}
      />
      <ErrorSummary refusal={refusal} labels={{ toldOn: t.toldOn, informant: t.informant, note: t.note }} />
      {saved && !refusal && (
        <Notice tone="done" live>
          {t.saved}{' '}
          {next && (
            <Link to={`${base}/isi?${sheetQuery({ villageCode: sheet.villageCode, ...next })}`}>
              {t.next}: {rtWords(next, locale)}
            </Link>
          )}
        </Notice>
      )}
      <Form method="post" className="stack" preventScrollReset>
        <p className="key-help soft">
          {rtWordsInOrder.map((word, at) => (
            <span key={word}>
              <Kbd>{'UTPK'[at]}</Kbd> {messagesFor(rtWordNames, locale)[word]}
            </span>
          ))}
          <span>
            <Kbd>⌫</Kbd> {t.keyClear}
          </span>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t.keyMove}
          </span>
        </p>
        <div className="card">
          <ol ref={list} onKeyDown={onKeyDown}>
            {sheet.lines.map((line) => (
              <KeyRow key={line.rowId} line={line} />
            ))}
          </ol>
        </div>
        <Card>
          <div className="fields">
            <TextField
              name="informant"
              label={t.informant}
              hint={t.informantHint}
              defaultValue={sheet.informant}
              errors={errors}
              optional
            />
            <DateField name="toldOn" label={t.toldOn} defaultValue={sheet.toldOn} errors={errors} optional />
            <CheckboxField name="isSigned" label={t.isSigned} defaultChecked={sheet.isSigned} />
            <TextareaField
              name="note"
              label={t.note}
              hint={t.noteHint}
              defaultValue={sheet.note}
              errors={errors}
              rows={2}
              optional
            />
          </div>
        </Card>
        <div className="save-bar">
          <Button disabled={isSending || round.status !== 'running'}>{t.save}</Button>
          <span role="status">{t.counted({ told: count(told), names: count(sheet.lines.length) })}</span>
        </div>
        {sheet.keyedAt && (
          <p className="soft small">
            {t.before({ by: sheet.keyedBy ?? '', when: formatInstant(Date.parse(sheet.keyedAt), locale) })}
          </p>
        )}
      </Form>
    </div>
  );
}
