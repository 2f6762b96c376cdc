import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { Card } from '#ui/card.tsx';
import { fieldId } from '#ui/field-id.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { fieldWord, valueWord } from '../messages/field-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { SubmissionView } from '../rules/review-view.ts';

/** Names the form to which choices belong wherever they stand on the page. */
export const approveForm = 'setujui';

/** What approving would bring about, and where somebody must choose first. */
export function RegisterChanges(view: SubmissionView) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const { changes, choices, newNumbers, newProducts, newFigures } = view;
  const isNothing =
    changes.length + choices.length + newProducts.length + newFigures.length + newNumbers.phones === 0 &&
    !newNumbers.nik;
  return (
    <Card title={t.willChange}>
      {isNothing && <p className="soft">{t.nothingChanges}</p>}
      {choices.length > 0 && <Choices {...view} />}
      {changes.length > 0 && (
        <table className="small-table changes">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldWord(field, locale)}</th>
                <td className="soft">{valueWord(field, before, locale) ?? t.emptyValue}</td>
                <td>
                  <strong>{valueWord(field, after, locale)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="plain-list additions">
        {newNumbers.nik && <li>{t.newNik}</li>}
        {newNumbers.phones > 0 && <li>{t.newPhones({ count: formatNumber(newNumbers.phones, locale) })}</li>}
        {newProducts.length > 0 && <li>{t.newProducts({ names: newProducts.join(', ') })}</li>}
        {newFigures.map((figure) => (
          <li key={figure.kind + figure.year}>
            {fieldWord(figure.kind, locale)} {figure.year}: {amountOf(figure, locale)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function amountOf(
  { kind, amount, amountUpper }: SubmissionView['newFigures'][number],
  locale: 'id' | 'en',
): string {
  if (kind.startsWith('workers')) return formatNumber(amount, locale);
  const ends = [amount, ...(amountUpper === null ? [] : [amountUpper])];
  return ends.map((end) => formatRupiah(end, locale)).join(' – ');
}

/** Both versions, and nothing chosen beforehand. */
function Choices({ choices, revision, mayDecide }: SubmissionView) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  return (
    <div className="choices">
      <p>
        <strong>{t.choose}</strong>
      </p>
      <input type="hidden" form={approveForm} name="revision" value={revision} />
      {choices.map(({ field, office, fieldSays, loaded }) => (
        <fieldset key={field} className="choice">
          <legend>
            {fieldWord(field, locale)}
            {loaded !== null && (
              <span className="row-note">{t.onPhone({ value: valueWord(field, loaded, locale) ?? '' })}</span>
            )}
          </legend>
          {(
            [
              ['office', t.office, office],
              ['field', t.field, fieldSays],
            ] as const
          ).map(([choice, label, value], at) => (
            <label key={choice} className="choice-option">
              <input
                id={at === 0 ? fieldId(`choice.${field}`) : undefined}
                type="radio"
                name={`choices.${field}`}
                value={choice}
                form={approveForm}
                required
                disabled={!mayDecide}
              />
              <span>
                <span className="soft small">{label}</span>
                <strong>{valueWord(field, value, locale) ?? t.emptyValue}</strong>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
