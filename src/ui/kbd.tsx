import type { ReactNode } from 'react';

/** A key on the keyboard, shown only where there is likely to be one. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
