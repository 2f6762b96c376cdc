import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { fieldId } from '#ui/field-id.ts';
import { IconDownload, IconPrinter } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { listMessages } from '../messages/list-messages.ts';

/** What leaves the screen: downloads, print, and the sentence. Masked; the whole numbers need a reason. */
export function TakeAlong({
  query,
  sentence,
  mayReveal,
}: {
  query: string;
  sentence: string;
  mayReveal: boolean;
}) {
  const t = messagesFor(listMessages, useLocale());
  return (
    <section className="take-along" aria-label={t.takeAlong}>
      <div className="take-buttons">
        <ButtonLink to={`/usaha/unduh.xlsx${query}`} reloadDocument look="secondary" icon={IconDownload}>
          {t.excel}
        </ButtonLink>
        <ButtonLink to={`/usaha/unduh.csv${query}`} reloadDocument look="secondary" icon={IconDownload}>
          {t.csv}
        </ButtonLink>
        <ButtonLink to={`/usaha/cetak${query}`} look="secondary" icon={IconPrinter}>
          {t.print}
        </ButtonLink>
        <CopyButton text={sentence} label={t.copySentence} />
      </div>
      <details className="more">
        <summary>{mayReveal ? t.more : t.seeSentence}</summary>
        <div className="stack tight more-inside">
          <figure>
            <figcaption className="label">{t.sentence}</figcaption>
            <blockquote className="sentence">{sentence}</blockquote>
          </figure>
          <p className="soft small">{t.masked}</p>
          {mayReveal && <UnmaskedDownload query={query} />}
        </div>
      </details>
    </section>
  );
}

function UnmaskedDownload({ query }: { query: string }) {
  const t = messagesFor(listMessages, useLocale());
  const reasonId = fieldId('alasan-unduh');
  return (
    <form method="post" action={`/usaha/unduh.xlsx${query}`} className="stack tight">
      <h3>{t.unmask}</h3>
      <div className="field">
        <label className="label" htmlFor={reasonId}>
          {t.reason}
        </label>
        <span className="hint">{t.reasonHint}</span>
        <input id={reasonId} name="reason" className="input" required minLength={5} maxLength={500} />
      </div>
      <div className="row">
        <Button look="secondary" icon={IconDownload}>
          {t.unmaskedExcel}
        </Button>
        <Button look="secondary" icon={IconDownload} formAction={`/usaha/unduh.csv${query}`}>
          {t.unmaskedCsv}
        </Button>
      </div>
    </form>
  );
}
