import { defineMessages, messagesFor } from '#kernel/language.ts';
import { Button } from './button.tsx';
import { IconPrinter } from './icons.ts';
import { useHydrated } from './use-hydrated.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({ id: { print: 'Cetak' }, en: { print: 'Print' } });

/** Opens the browser's print window; left out where there is no script to do so. */
export function PrintButton({ label }: { label?: string }) {
  const t = messagesFor(texts, useLocale());
  if (!useHydrated()) return null;
  return (
    <Button type="button" look="secondary" icon={IconPrinter} onClick={() => window.print()}>
      {label ?? t.print}
    </Button>
  );
}
