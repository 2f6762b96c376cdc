import type { ReactNode } from 'react';

/** A white sheet with an optional heading (level 2) and something to do beside it. `flush` lets a table touch the edges. */
export function Card({
  title,
  action,
  flush,
  children,
}: {
  title?: ReactNode;
  action?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={flush ? 'card flush' : 'card'}>
      {(title || action) && (
        <div className="card-head">
          {title && <h2>{title}</h2>}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
