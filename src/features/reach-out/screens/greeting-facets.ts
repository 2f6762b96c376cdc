import type { Locale } from '#kernel/language.ts';
import { messagesFor } from '#kernel/language.ts';
import { goodsWord, makeMessages } from '../messages/make-messages.ts';
import { type NotGreetedView, spans } from '../rules/not-greeted.ts';

/** The filter of those to be reached, as chips. */
export function greetingFacets({ villages, sectors, sexes }: NotGreetedView, locale: Locale) {
  const t = messagesFor(makeMessages, locale);
  const named = (options: readonly { value: string; count: number }[]) =>
    options.map(({ value, count }) => ({ value, label: goodsWord(t, value), count }));
  return [
    {
      param: 'sejak',
      label: t.span,
      single: true,
      options: spans.map((span) => ({
        value: span,
        label: span === 'never' ? t.never : span === 'all' ? t.all : t.months({ months: span }),
      })),
    },
    {
      param: 'kelurahan',
      label: t.village,
      single: true,
      options: villages.map((one) => ({ ...one, label: one.label ?? t.notKnown })),
    },
    { param: 'sektor', label: t.sector, single: true, options: named(sectors) },
    { param: 'jk', label: t.sex, single: true, options: named(sexes) },
    {
      param: 'disabilitas',
      label: t.disability,
      single: true,
      options: [{ value: 'yes', label: t.disabilityYes }],
    },
  ];
}
