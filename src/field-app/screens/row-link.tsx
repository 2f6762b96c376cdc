import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { useText } from '../app-state.ts';
import type { RowState } from '../core/list-rows.ts';
import { hrefOf } from '../route.ts';

/** One listed enterprise in a list. */
export function RowLink(props: {
  row: WorkRow;
  state: RowState;
  metres?: number;
  /** Its number on the drawing. */
  number?: number;
  /** RT and village, where the list is not by RT. */
  place?: string;
}) {
  const { row, state, metres, number, place } = props;
  const text = useText();
  const beside = [row.owner, row.activity ?? row.address].filter(Boolean).join(' · ');
  return (
    <li>
      <a href={hrefOf({ at: 'row', rowId: row.rowId })}>
        <strong>
          {number !== undefined && `${number}. `}
          {row.name}
        </strong>
        {beside && <span className="beside-name">{beside}</span>}
        {place && <span className="beside-name">{place}</span>}
        {metres !== undefined && <span className="state">{text.metres({ m: metres })}</span>}
        {row.inSample && state === 'to_do' && place === undefined && (
          <span className="state sample">{text.sampleFirst}</span>
        )}
        {row.note && state === 'to_do' && <span className="state wrong">{text.fromSupervisor}</span>}
        {row.recheckId && state === 'to_do' && <span className="state">{text.recheck}</span>}
        {row.rtInformation && state === 'to_do' && (
          <span className="state">
            {text.rtSays}: {row.rtInformation}
          </span>
        )}
        {state === 'begun' && <span className="state wait">{text.goOn}</span>}
        {state === 'done' && <span className="state done">✓ {text.countDone}</span>}
      </a>
    </li>
  );
}
