import { type FormEvent, useMemo, useRef, useState } from 'react';
import { Form, useBeforeUnload, useBlocker, useSubmit } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { kindText } from '../messages/import-words.ts';
import { pageMessages } from '../messages/page-messages.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import { columnsOfFields } from '../rules/fast-entry.ts';
import type { TypingPage } from '../rules/typing-view.ts';
import { AddPage } from './add-page.tsx';
import { ImportBadge } from './import-badge.tsx';
import { PaperPane } from './paper-pane.tsx';
import { TypedColumns } from './typed-columns.tsx';
import { TypingGrid } from './typing-grid.tsx';
import type { TypingReply } from './typing-values.ts';
import { type TypedRows, useTypedRows } from './use-typed-rows.ts';
import './import.css';
import './typing.css';

type Props = { page: TypingPage; reply?: TypingReply | undefined };

/** Ketik cepat: the paper at the left, its rows at the right. */
export function TypingScreen({ page, reply }: Props) {
  // A list taken over is another page: its rows are in the clear now.
  return <TypingDesk key={String(page.isOwn)} page={page} reply={reply} />;
}

function TypingDesk({ page, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(typingMessages, locale);
  const inWords = messagesFor(pageMessages, locale);
  const paper = useRef<HTMLElement>(null);
  const columns = useMemo(() => columnsOfFields(page.fields), [page.fields]);
  const typed = useTypedRows(page, columns, reply);
  const { onSubmit, stuck } = useSaveFirst(typed);
  useNothingLost(typed.unsaved > 0, t.leave);
  const general = reply && reply.intent !== 'row' && reply.intent !== 'page' ? reply.refusal : undefined;
  return (
    <div className="stack typing">
      <title>{`${page.name} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/daftar', label: t.backToLists }}
        title={page.name}
        badge={<ImportBadge status="typing" />}
        lead={[
          kindText(page.kind, locale),
          inWords.asOf({ day: formatDate(page.asOf, locale) }),
          page.legalBasis,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <ErrorSummary refusal={general} labels={{ rows: t.rows, fields: t.fields }} />
      {!page.isOwn && <OthersNotice name={page.typist} />}
      <div className={page.pages.length > 0 ? 'typing-desk with-paper' : 'typing-desk'}>
        <PaperPane importId={page.importId} pages={page.pages} view={paper} />
        <section className="stack tight typing-side" aria-label={t.rows}>
          {page.entries.length === 0 && !page.isOwn && <p className="soft">{t.nothingYet}</p>}
          <TypingGrid typed={typed} columns={columns} isReadOnly={!page.isOwn} paper={paper} />
          {page.isOwn && (
            <>
              <FinishBar typed={typed} stuck={stuck} onSubmit={onSubmit} />
              <AddPage
                pages={page.pages.length}
                refusal={reply?.intent === 'page' ? reply.refusal : undefined}
                onSubmit={onSubmit}
              />
              <details className="more">
                <summary>{t.columns}</summary>
                <Form method="post" className="stack tight" onSubmit={onSubmit} preventScrollReset>
                  <input type="hidden" name="intent" value="columns" />
                  <TypedColumns
                    key={page.fields.join()}
                    label={t.fields}
                    hint={t.columnsHint}
                    chosen={page.fields}
                    filled={page.filledFields}
                  />
                  <Button look="secondary" className="start">
                    {t.columnsSave}
                  </Button>
                </Form>
              </details>
            </>
          )}
          <details className="more give-up">
            <summary>{t.cancel}</summary>
            <p className="small">{t.cancelText}</p>
            <Form method="post">
              <Button look="danger" name="intent" value="cancel">
                {t.cancelNow}
              </Button>
            </Form>
          </details>
        </section>
      </div>
    </div>
  );
}

function OthersNotice({ name }: { name: string }) {
  const t = messagesFor(typingMessages, useLocale());
  return (
    <Notice>
      <p>{t.others({ name })}</p>
      <details className="more">
        <summary>{t.takeOver}</summary>
        <p className="small">{t.takeOverText({ name })}</p>
        <Form method="post">
          <Button look="secondary" name="intent" value="take_over">
            {t.takeOver}
          </Button>
        </Form>
      </details>
    </Notice>
  );
}

type FinishProps = {
  typed: TypedRows;
  stuck: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** How far the typing is, and the way on. */
function FinishBar({ typed, stuck, onSubmit }: FinishProps) {
  const locale = useLocale();
  const t = messagesFor(typingMessages, locale);
  const kept = typed.rows.filter((row) => row.kept !== null && !row.removed);
  const of = (disposition: string) =>
    kept.filter(({ checked }) => checked?.disposition === disposition).length;
  const count = (value: number) => ({ count: formatNumber(value, locale) });
  const toMend = of('needs_mending');
  const other = of('other_area');
  return (
    <div className="card finish-bar">
      <p className="count-line">
        <span>
          <strong>{t.count(count(kept.length))}</strong>
        </span>
        {toMend > 0 && <span className="is-wrong">{t.countToMend(count(toMend))}</span>}
        {other > 0 && <span>{t.countOther(count(other))}</span>}
      </p>
      <p className="soft small">{toMend > 0 ? t.finishToMend : t.finishHint}</p>
      {stuck && typed.unsaved > 0 && (
        <Notice tone="wrong" live>
          {t.notSavedYet}
        </Notice>
      )}
      <Form method="post" onSubmit={onSubmit}>
        <input type="hidden" name="intent" value="finish" />
        <Button look="secondary">{t.finish}</Button>
      </Form>
    </div>
  );
}

/** Forms of this page wait until every row is kept; where that fails they stay unsent. */
function useSaveFirst({ saveAll }: TypedRows) {
  const submit = useSubmit();
  const [stuck, setStuck] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const isKept = await saveAll();
    setStuck(!isKept);
    if (isKept) submit(form, { preventScrollReset: true });
  };
  return { onSubmit, stuck };
}

/** Leaving the page with rows that only it holds is asked about first, by the browser and within the app. */
function useNothingLost(isUnsaved: boolean, question: string): void {
  useBeforeUnload((event) => {
    if (isUnsaved) event.preventDefault();
  });
  useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved && currentLocation.pathname !== nextLocation.pathname && !window.confirm(question),
  );
}
