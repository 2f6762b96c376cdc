import { useMemo, useState } from 'react';
import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { useField, useText } from '../app-state.ts';
import { finishedSince, groupByRt, type RowGroup, stateOf } from '../core/list-rows.ts';
import { hrefOf } from '../route.ts';
import { NewVersion } from './new-version.tsx';
import { RowLink } from './row-link.tsx';
import { SyncLine } from './sync-line.tsx';

/** So many rows of one RT are drawn at once; a slow phone draws the others when they are asked for. */
const atOnce = 25;

export function TodayScreen() {
  const text = useText();
  const { work, drafts, finished, unsent, locale } = useField();
  const rows = useRowsByState();
  const today = plainDateInWib(Date.now());
  const doneToday = finished.filter(
    ({ finishedAt }) => plainDateInWib(Date.parse(finishedAt)) === today,
  ).length;
  const newOnes = drafts.filter(
    ({ rowId }) => rowId === null || !work.rows.some((row) => row.rowId === rowId),
  );
  return (
    <>
      <h1 className="hidden">{text.today}</h1>
      <dl className="counters">
        <div>
          <dt>{text.countToday}</dt>
          <dd>{rows.to_do.length + rows.begun.length + doneToday}</dd>
        </div>
        <div>
          <dt>{text.countDone}</dt>
          <dd>{doneToday}</dd>
        </div>
        <div className={unsent.visits > 0 ? 'waiting' : undefined}>
          <dt>{text.countUnsent}</dt>
          <dd>{unsent.visits}</dd>
        </div>
      </dl>
      <SyncLine />
      <NewVersion />
      {work.rounds.map((round) => (
        <p key={round.roundId} className="round">
          <strong>{round.name}</strong> {text.ofTarget({ done: round.done, target: round.target })},{' '}
          {text.until({ date: formatDate(round.endsOn, locale) })}
        </p>
      ))}
      <p className="beside">
        <a className="button" href={hrefOf({ at: 'search' })}>
          {text.searchTitle}
        </a>
        <a className="button" href={hrefOf({ at: 'map' })}>
          {text.map}
        </a>
      </p>
      {(rows.begun.length > 0 || newOnes.length > 0) && (
        <section>
          <h2>{text.begun}</h2>
          <ul className="rows">
            {rows.begun.map((row) => (
              <RowLink key={row.rowId} row={row} state="begun" />
            ))}
            {newOnes.map(({ id, title }) => (
              <li key={id}>
                <a href={hrefOf({ at: 'visit', draftId: id })}>
                  <strong>{title || '–'}</strong>
                  <span className="state wait">{text.goOn}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {work.rows.length === 0 && <p className="empty">{text.emptyList}</p>}
      {work.rows.length > 0 && rows.to_do.length + rows.begun.length === 0 && (
        <p className="empty">{text.allVisited}</p>
      )}
      {groupByRt(rows.to_do).map((group) => (
        <Group key={group.key} group={group} />
      ))}
      {rows.done.length > 0 && (
        <details>
          <summary>
            {text.doneHere} ({rows.done.length})
          </summary>
          <ul className="rows">
            {rows.done.slice(0, 100).map((row) => (
              <RowLink key={row.rowId} row={row} state="done" />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function useRowsByState(): { to_do: WorkRow[]; begun: WorkRow[]; done: WorkRow[] } {
  const { work, drafts, finished } = useField();
  return useMemo(() => {
    const known = {
      drafts: new Set(drafts.flatMap(({ rowId }) => rowId ?? [])),
      finished: finishedSince(finished, work.pulledAt),
    };
    const sorted = { to_do: [] as WorkRow[], begun: [] as WorkRow[], done: [] as WorkRow[] };
    for (const row of work.rows) sorted[stateOf(row, known)].push(row);
    return sorted;
  }, [work, drafts, finished]);
}

function Group({ group }: { group: RowGroup }) {
  const text = useText();
  const { work } = useField();
  const [shown, setShown] = useState(atOnce);
  const left = group.rows.length - shown;
  const villageOf = (code: string) => work.villages.find((village) => village.code === code)?.name ?? '';
  const placeOf = ({ rt = '', rw = '', village }: Pick<WorkRow, 'rt' | 'rw' | 'village'>) =>
    text.rtRw({ rt, rw, village: villageOf(village) }) || text.noRt;
  return (
    <section>
      <h2 className={group.isSample ? 'sample' : undefined}>
        {group.isSample ? text.sampleFirst : placeOf(group)}{' '}
        <span className="count">{group.rows.length}</span>
      </h2>
      <ul className="rows">
        {group.rows.slice(0, shown).map((row) => (
          <RowLink
            key={row.rowId}
            row={row}
            state="to_do"
            place={group.isSample ? placeOf(row) : undefined}
          />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="quiet" onClick={() => setShown(shown + 100)}>
          {text.showMore({ count: Math.min(left, 100) })}
        </button>
      )}
    </section>
  );
}
