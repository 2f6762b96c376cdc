import { useState } from 'react';
import { useText } from '../app-state.ts';
import { type Located, locate } from '../core/position.ts';
import { geopointOf } from '../core/visit.ts';
import type { AnswerProps } from './answer-props.ts';

const roughM = 100;

/** Where the visit is: with its accuracy, or the reason why there is none. It never holds up a visit. */
export function PositionAnswer({ view, visit, give, id, labelId, describedBy, isInvalid }: AnswerProps) {
  const text = useText();
  const [located, setLocated] = useState<Located | 'looking' | null>(null);
  const accuracy = Math.round(Number(view.text.split(' ')[3] ?? Number.NaN));

  async function take() {
    setLocated('looking');
    const found = await locate();
    setLocated(found);
    if (!found.ok) return;
    visit.change((draft) => ({ ...draft, position: found.position }));
    give(geopointOf(found.position));
  }

  return (
    <>
      <p role="status">
        {located === 'looking' && text.takingPosition}
        {located !== 'looking' && view.text && `✓ ${text.positionTaken({ metres: accuracy })}`}
        {located !== 'looking' && view.text && accuracy > roughM && ` ${text.positionRough}`}
        {located && located !== 'looking' && !located.ok && text[`noPosition_${located.reason}`]}
      </p>
      <button
        type="button"
        id={id}
        className="button"
        aria-describedby={[labelId, describedBy].filter(Boolean).join(' ')}
        data-invalid={isInvalid || undefined}
        disabled={located === 'looking'}
        onClick={() => void take()}
      >
        {text.takePosition}
      </button>
    </>
  );
}
