import { type Locale, messagesFor } from '#kernel/language.ts';
import type { OutcomeAnswers } from '../rules/outcome-questions.ts';
import { answerWords } from './answer-words.ts';

/** Inside a line; Rp keeps its capital. */
const lower = (text: string) => (text.startsWith('Rp') ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** What was told, in one line: `Masih berjalan · omzet Rp 5–15 juta sebulan · …`. What was not said is left out. */
export function sayAnswers(answers: OutcomeAnswers, locale: Locale): string {
  const t = messagesFor(answerWords, locale);
  const { running, salesBand, newProduct, productName, newBuyer, hasExported, helped } = answers;
  const product =
    newProduct === 'yes'
      ? productName === null
        ? lower(t.product_yes)
        : t.a_product({ name: productName })
      : newProduct === 'no'
        ? t.no_product
        : '';
  const buyer =
    newBuyer === null
      ? ''
      : newBuyer === 'none'
        ? t.no_buyer
        : t.a_buyer({ where: lower(t[`buyer_${newBuyer}`]) });
  return [
    t[`running_${running}`],
    salesBand && t.a_month({ band: lower(t[`sales_${salesBand}`]) }),
    product,
    buyer,
    hasExported === 'yes' ? t.exported : hasExported === 'no' ? t.not_exported : '',
    helped && t.helped_by({ words: helped }),
  ]
    .filter(Boolean)
    .join(' · ');
}
