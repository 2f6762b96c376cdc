import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { evidenceSentence, strengthWord } from '../messages/evidence-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { forAndAgainst, type Step, strengthOf } from '../rules/evidence.ts';

/** Why two records look the same and why perhaps not, in sentences, the weightiest first. */
export function EvidencePanel({ steps }: { steps: readonly Step[] }) {
  const t = messagesFor(reviewMessages, useLocale());
  const { speaksFor, speaksAgainst } = forAndAgainst(steps);
  return (
    <section className="card evidence">
      <Reasons title={t.speaksFor} none={t.nothingFor} steps={speaksFor} sign="+" />
      <Reasons title={t.speaksAgainst} none={t.nothingAgainst} steps={speaksAgainst} sign="−" />
    </section>
  );
}

type ReasonsProps = { title: string; none: string; steps: readonly Step[]; sign: '+' | '−' };

function Reasons({ title, none, steps, sign }: ReasonsProps) {
  const locale = useLocale();
  return (
    <div>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p className="soft small">{none}</p>
      ) : (
        <ul className="reasons">
          {steps.map((step) => (
            <li key={step.comparison}>
              <span className={sign === '+' ? 'sign for' : 'sign against'} aria-hidden="true">
                {sign}
              </span>
              <span>
                {evidenceSentence(step, locale)}
                <span className="row-note">{strengthWord(strengthOf(step.weight), locale)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
