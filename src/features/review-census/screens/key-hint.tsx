import { Kbd } from '#ui/kbd.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';

/** The key for a button, promised only once scripts run and it works. */
export function KeyHint({ children }: { children: string }) {
  return useHydrated() ? <Kbd>{children}</Kbd> : null;
}
