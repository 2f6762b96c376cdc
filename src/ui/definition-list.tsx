import type { ReactNode } from 'react';

export type Definition = { term: string; value: ReactNode; note?: ReactNode };

/** Facts about one thing, each under its name. `note` says how it is known. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note && <span className="note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
