import type { Locale } from '#kernel/language.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import type { Estimate } from '../rules/estimate.ts';
import { roundedEstimate } from '../rules/rounded-estimate.ts';

/** `61.000–64.500`, the number itself where all is known, or that nothing can be said yet. */
export function estimateCell(estimate: Estimate, locale: Locale): string {
  const t = messagesFor(coverageMessages, locale);
  if (estimate.state === 'known') return `${formatNumber(estimate.found, locale)} (${t.known})`;
  if (estimate.state === 'not_yet') return t.notYet;
  const { low, high } = roundedEstimate(estimate);
  return `${formatNumber(low, locale)}–${formatNumber(high, locale)}`;
}
