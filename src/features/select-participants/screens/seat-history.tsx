import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import { limitInWords } from '../rules/limit-words.ts';
import type { SeatStep } from '../rules/participants-view.ts';

/** How it came to who sits where: answers, who moved up, who was passed over and why. */
export function SeatHistory({ steps }: { steps: readonly SeatStep[] }) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  if (steps.length === 0) return null;
  const title = (step: SeatStep): string => {
    const { name } = step;
    if (step.kind === 'moved_up')
      return step.other === null
        ? t.step_moved_up_added({ name })
        : t.step_moved_up({ name, other: step.other });
    if (step.kind === 'given') return t[`step_given_${step.source}`]({ name });
    return t[`step_${step.kind}`]({ name });
  };
  const passed = (step: SeatStep) =>
    step.kind === 'moved_up' || step.kind === 'not_filled' ? step.skipped : [];
  return (
    <details className="seat-fold">
      <summary>{t.history}</summary>
      <Card>
        <Timeline
          entries={steps.map((step) => ({
            id: step.id,
            at: step.at.getTime(),
            title: title(step),
            ...(step.by === null ? {} : { who: step.by }),
            detail: (
              <>
                {step.kind === 'given' && step.other !== null && <p>{t.instead_of({ name: step.other })}</p>}
                {step.reason && <p>{step.reason}</p>}
                {passed(step).map(({ name, limits }) => (
                  <p key={name}>
                    {t.passedOver({
                      name,
                      limits: limits.map((one) => limitInWords(one, locale)).join(', '),
                    })}
                  </p>
                ))}
              </>
            ),
          }))}
        />
      </Card>
    </details>
  );
}
