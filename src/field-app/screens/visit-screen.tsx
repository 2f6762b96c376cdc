import { useState } from 'react';
import type { Answers } from '#questionnaire/engine/answers.ts';
import { type FormView, viewForm } from '#questionnaire/engine/view-form.ts';
import { useField, useText } from '../app-state.ts';
import type { DraftKeeper } from '../core/drafts.ts';
import { discardDraft, finishDraft } from '../core/finish.ts';
import { proofMissing } from '../core/missing-proof.ts';
import { countUnsent } from '../core/sync.ts';
import { settleVisit } from '../core/visit.ts';
import { goTo } from '../route.ts';
import { type OpenVisit, useSaveState, useVisit } from '../use-visit.ts';
import { CheckPage } from './check-page.tsx';
import { FormSection } from './form-section.tsx';

/** A visit being written down, section by section. */
export function VisitScreen({ draftId }: { draftId: string }) {
  const text = useText();
  const visit = useVisit(draftId);
  if (visit === undefined) return <p className="boot">{text.loading}</p>;
  if (visit === null)
    return (
      <>
        <p className="empty">{text.noForm}</p>
        <button type="button" className="main" onClick={() => goTo({ at: 'today' }, 'replace')}>
          {text.today}
        </button>
      </>
    );
  return <Visit visit={visit} />;
}

function Visit({ visit }: { visit: OpenVisit }) {
  const text = useText();
  const { tools, unlocked, work, locale, refresh, syncSoon, say } = useField();
  const { draft, form, keeper, change } = visit;
  const moment = { now: tools.now(), language: locale };
  const view = viewForm(form, draft.answers as Answers, moment);
  const [page, setPage] = useState(() => firstOpenPage(view));
  const [isAsked, setIsAsked] = useState(false);
  const [isFinishing, setIsFinishing] = useState(false);
  const [trouble, setTrouble] = useState('');
  const row = work.rows.find(({ rowId }) => rowId === draft.rowId);
  const pages = view.sections.length;
  const at = Math.min(page, pages);
  const section = view.sections[at];
  const inSection = section
    ? view.problems.filter(({ path }) =>
        section.entries.some((entry) => entry.entry === 'question' && entry.path === path),
      )
    : [];

  function turn(to: number) {
    setPage(to);
    setIsAsked(false);
    scrollTo(0, 0);
    document.getElementById('isi')?.focus();
  }

  function next() {
    if (inSection.length > 0 && !isAsked) {
      setIsAsked(true);
      // The first question that needs attention, once its message is drawn.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[aria-invalid], [data-invalid]')?.focus(),
      );
    } else turn(at + 1);
  }

  async function finish() {
    setIsFinishing(true);
    setTrouble('');
    try {
      change((before) => settleVisit(form, before, moment).draft);
      await keeper.flush();
      const result = await finishDraft(tools, unlocked, keeper);
      if (result === 'full') setTrouble(text.full);
      else {
        const { visits } = await countUnsent(tools.store);
        say(result === 'gone' ? text.finishedElsewhere : text.savedOnPhone({ count: visits }));
        await refresh();
        syncSoon();
        goTo({ at: 'today' }, 'replace');
      }
    } catch (error) {
      console.error(error);
      setTrouble(text.saveFailed);
    }
    setIsFinishing(false);
  }

  async function discard() {
    await discardDraft(tools.store, draft.id);
    await refresh();
    goTo({ at: 'today' }, 'replace');
  }

  return (
    <>
      <header className="visit">
        <button
          type="button"
          className="back"
          onClick={() =>
            at > 0
              ? turn(at - 1)
              : void keeper
                  .flush()
                  .then(refresh)
                  .then(() => goTo({ at: 'today' }))
          }
        >
          ‹ {text.back}
        </button>
        <p className="title">{draft.title || text.appName}</p>
        <SaveWord keeper={keeper} />
        <progress
          value={at}
          max={pages}
          aria-label={text.ofPages({ at: Math.min(at + 1, pages), of: pages })}
        />
      </header>
      <SaveTrouble keeper={keeper} />
      {section ? (
        <>
          <h1>{section.label || form.form.title}</h1>
          <p className="quiet-text">
            {text.ofPages({ at: at + 1, of: pages })} ·{' '}
            {text.answeredOf({ answered: view.answered, asked: view.asked })}
          </p>
          {isAsked && inSection.length > 0 && (
            <p className="notice wrong" role="alert">
              {text.stillNeeded({ count: inSection.length })}
            </p>
          )}
          <FormSection key={section.path} visit={visit} section={section} showsProblems={isAsked} />
          <div className="turn">
            <button type="button" className="main" onClick={next}>
              {isAsked && inSection.length > 0 ? text.skip : at + 1 === pages ? text.check : text.next}
            </button>
          </div>
        </>
      ) : (
        <CheckPage
          view={view}
          proof={proofMissing(settleVisit(form, draft, moment).draft, row, moment.now)}
          trouble={trouble}
          isFinishing={isFinishing}
          onFinish={() => void finish()}
          onTurn={(to) => {
            turn(to);
            setIsAsked(true);
          }}
          onDiscard={() => void discard()}
        />
      )}
    </>
  );
}

/** Where one left off: the first section that lacks something; all filled in: the last look. */
function firstOpenPage(view: FormView): number {
  const lacking = new Set(view.problems.map(({ path }) => path));
  const at = view.sections.findIndex(({ entries }) =>
    entries.some((entry) => entry.entry === 'question' && lacking.has(entry.path)),
  );
  return at < 0 ? view.sections.length : at;
}

function SaveWord({ keeper }: { keeper: DraftKeeper }) {
  const text = useText();
  const state = useSaveState(keeper);
  if (state === 'gone') return <p className="save wrong">{text.finishedElsewhere}</p>;
  if (state === 'full' || state === 'failed') return <p className="save wrong">!</p>;
  return <p className="save">{state === 'saved' ? `✓ ${text.saved}` : text.saving}</p>;
}

function SaveTrouble({ keeper }: { keeper: DraftKeeper }) {
  const text = useText();
  const state = useSaveState(keeper);
  if (state !== 'full' && state !== 'failed') return null;
  return (
    <p className="notice wrong" role="alert">
      {state === 'full' ? text.full : text.saveFailed}
    </p>
  );
}
