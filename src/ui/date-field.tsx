import { type ComponentProps, useState } from 'react';
import { formatLongDate, formatWeekday, isPlainDate } from '#kernel/calendar.ts';
import { TextField } from './text-field.tsx';
import { useLocale } from './use-locale.ts';

/**
 * A day; the value is `YYYY-MM-DD`. The browser writes it in its own language's order, so the day is repeated in
 * words: nobody takes 03/04 for the wrong month.
 */
export function DateField({
  defaultValue,
  ...props
}: Omit<ComponentProps<typeof TextField>, 'type' | 'short' | 'after'>) {
  const locale = useLocale();
  const [day, setDay] = useState(String(defaultValue ?? ''));
  const words = isPlainDate(day) ? `${formatWeekday(day, locale)}, ${formatLongDate(day, locale)}` : '';
  return (
    <TextField
      {...props}
      type="date"
      short
      defaultValue={defaultValue}
      onInput={(event) => setDay(event.currentTarget.value)}
      after={<output className="hint">{words}</output>}
    />
  );
}
