import { useState } from 'react';
import type { Proof } from '#features/plan-census/rules/verdicts.ts';
import { messagesFor } from '#kernel/language.ts';
import type { FormView } from '#questionnaire/engine/view-form.ts';
import { answerProblemText } from '#questionnaire/messages/answer-problem.ts';
import { useField, useText } from '../app-state.ts';
import { proofMessages } from '../messages/proof-messages.ts';

/** The last look before a visit is sealed: what is missing, with the way there. */
export function CheckPage(props: {
  view: FormView;
  /** What the verdict still needs; said, but no reason to stay. */
  proof: readonly Proof[];
  trouble: string;
  isFinishing: boolean;
  onFinish(): void;
  onTurn(page: number): void;
  onDiscard(): void;
}) {
  const text = useText();
  const { locale } = useField();
  const [isSure, setIsSure] = useState(false);
  const { sections, problems } = props.view;
  const missing = problems.flatMap((problem) => {
    const page = sections.findIndex(({ entries }) =>
      entries.some((entry) => entry.entry === 'question' && entry.path === problem.path),
    );
    const entry = sections[page]?.entries.find(
      (one) => one.entry === 'question' && one.path === problem.path,
    );
    return entry?.entry === 'question' ? [{ problem, page, label: entry.label }] : [];
  });
  return (
    <>
      <h1>{text.finishTitle}</h1>
      {missing.length === 0 ? (
        <p className="notice done">✓ {text.finishReady}</p>
      ) : (
        <>
          <p className="notice wait">{text.stillNeeded({ count: missing.length })}</p>
          <ul className="rows">
            {missing.map(({ problem, page, label }) => (
              <li key={problem.path}>
                <button type="button" className="choice" onClick={() => props.onTurn(page)}>
                  <strong>{label}</strong>
                  <span className="beside-name">{answerProblemText(problem, locale)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {props.proof.length > 0 && (
        <div className="notice wait">
          <p>{text.proofMissing}</p>
          <ul>
            {props.proof.map((proof) => (
              <li key={proof}>{messagesFor(proofMessages, locale)[proof]}</li>
            ))}
          </ul>
        </div>
      )}
      {props.trouble && (
        <p className="notice wrong" role="alert">
          {props.trouble}
        </p>
      )}
      <div className="turn">
        <button
          type="button"
          className="main"
          disabled={missing.length > 0 || props.isFinishing}
          onClick={props.onFinish}
        >
          {props.isFinishing ? text.saving : text.finish}
        </button>
      </div>
      {isSure ? (
        <div className="notice wrong">
          <p>{text.discardSure}</p>
          <p className="beside">
            <button type="button" className="quiet" onClick={props.onDiscard}>
              {text.discardYes}
            </button>
            <button type="button" className="quiet" onClick={() => setIsSure(false)}>
              {text.cancel}
            </button>
          </p>
        </div>
      ) : (
        <button type="button" className="quiet" onClick={() => setIsSure(true)}>
          {text.discard}
        </button>
      )}
    </>
  );
}
