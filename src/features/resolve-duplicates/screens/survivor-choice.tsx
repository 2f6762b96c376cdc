import { messagesFor } from '#kernel/language.ts';
import { Kbd } from '#ui/kbd.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { Side } from '../rules/side.ts';
import { answerForm } from './answer-bar.tsx';

/** Whose values stand where both are one; chosen by rule, changed in one gesture. */
export function SurvivorChoice({ side, onChange }: { side: Side; onChange: (side: Side) => void }) {
  const t = messagesFor(reviewMessages, useLocale());
  return (
    <fieldset className="plain-set survivor">
      <legend className="hidden">{t.survivor}</legend>
      <span className="small" aria-hidden="true">
        {t.survivor} <Kbd>t</Kbd>
      </span>
      <span className="chip-row">
        {(['left', 'right'] as const).map((one) => (
          <label key={one} className="chip">
            <input
              type="radio"
              form={answerForm}
              name="survivor"
              value={one}
              checked={side === one}
              onChange={() => onChange(one)}
            />
            {one === 'left' ? t.a : t.b}
          </label>
        ))}
      </span>
      <span className="soft small">{t.survivorHint}</span>
    </fieldset>
  );
}
