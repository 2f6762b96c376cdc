import { useDeferredValue, useMemo, useState } from 'react';
import { useField, useText } from '../app-state.ts';
import { useBeginVisit } from '../use-begin-visit.ts';
import { Field } from './field.tsx';
import { RowLink } from './row-link.tsx';
import { useRowsByState } from './today-screen.tsx';

const leastTyped = 3;

/** Search before adding: who is on the list already must not be added a second time. */
export function SearchScreen() {
  const text = useText();
  const { find } = useField();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const found = useMemo(() => find(asked), [find, asked]);
  const rows = useRowsByState();
  const done = useMemo(() => new Set(rows.done), [rows]);
  const begun = useMemo(() => new Set(rows.begun), [rows]);
  const isAsked = asked.trim().length >= leastTyped;
  return (
    <>
      <h1>{text.searchTitle}</h1>
      <Field
        type="search"
        name="q"
        label={text.searchLabel}
        hint={text.searchHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        enterKeyHint="search"
      />
      <p role="status">{isAsked ? text.foundCount({ count: found.length }) : ''}</p>
      {isAsked && (
        <ul className="rows">
          {found.map(({ row }) => (
            <RowLink
              key={row.rowId}
              row={row}
              state={begun.has(row) ? 'begun' : done.has(row) ? 'done' : 'to_do'}
            />
          ))}
        </ul>
      )}
      {isAsked && asked === typed && <AddNew typed={typed.trim()} />}
    </>
  );
}

function AddNew({ typed }: { typed: string }) {
  const text = useText();
  const { work } = useField();
  const begin = useBeginVisit();
  const [village, setVillage] = useState(work.villages.length === 1 ? work.villages[0]!.code : '');
  const [isMissing, setIsMissing] = useState(false);
  const round = work.rounds[0];
  if (!round) return null;
  // A number is what was looked for, not what the business is called.
  const name = /^\d+$/.test(typed) ? '' : typed;
  return (
    <section className="add">
      <p className="field">
        <label htmlFor="kelurahan">{text.village}</label>
        <select
          id="kelurahan"
          value={village}
          aria-invalid={isMissing || undefined}
          onChange={(event) => setVillage(event.target.value)}
        >
          <option value="">{text.chooseVillage}</option>
          {work.villages.map(({ code, name: label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {isMissing && (
        <p className="notice wrong" role="alert">
          {text.chooseVillage}
        </p>
      )}
      <button
        type="button"
        className="main"
        onClick={() => {
          setIsMissing(village === '' && work.villages.length > 0);
          if (village !== '' || work.villages.length === 0)
            void begin({ round, row: null, typed: name, villageCode: village || undefined });
        }}
      >
        {text.addNew}
      </button>
    </section>
  );
}
