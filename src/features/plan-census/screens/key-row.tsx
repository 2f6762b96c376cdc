import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { rtWordNames, sheetMessages } from '../messages/sheet-messages.ts';
import type { SheetView } from '../rules/sheet-view.ts';
import { type RtWord, rtWords } from '../rules/visit-order.ts';

/** A name, with what the page began with: only what is changed is sent. */
export type KeyLine = SheetView['lines'][number] & { was: RtWord | null };

/** One name with four answers; the row itself takes the focus, so that a key answers it. */
export function KeyRow({ line }: { line: KeyLine }) {
  const locale = useLocale();
  const words = messagesFor(rtWordNames, locale);
  return (
    <li>
      <fieldset className="key-row">
        <legend className="hidden">{`${line.place}. ${line.owner ?? line.name}`}</legend>
        <input type="hidden" name="rows" value={line.rowId} />
        <input type="hidden" name={`was-${line.rowId}`} value={line.was ?? ''} />
        <div className="who" aria-hidden="true">
          <strong>
            {line.place}. {line.owner ?? line.name}
          </strong>
          {line.owner && <span className="row-note">{line.name}</span>}
        </div>
        <div className="answers">
          {rtWords.map((word) => (
            <label key={word}>
              <input
                type="radio"
                name={`told-${line.rowId}`}
                value={word}
                defaultChecked={line.told === word}
              />
              {words[word]}
            </label>
          ))}
          {line.was && (
            <label className="soft">
              <input type="radio" name={`told-${line.rowId}`} value="" />
              {messagesFor(sheetMessages, locale).notSaid}
            </label>
          )}
        </div>
      </fieldset>
    </li>
  );
}
