import { newId } from '#kernel/id.ts';
import { useField, useText } from './app-state.ts';
import { beginDraft } from './core/drafts.ts';
import { isStorageFull } from './core/store.ts';
import { beginVisit, openKeptForm, type VisitTo, verdictQuestion } from './core/visit.ts';
import { goTo } from './route.ts';

/** Starts a visit and goes to its form; the draft is on the disk before the first question is seen. */
export function useBeginVisit() {
  const text = useText();
  const { tools, unlocked, locale, refresh, lock, say } = useField();
  return async (to: Omit<VisitTo, 'userId'>, verdict?: string): Promise<void> => {
    const form = await openKeptForm(tools.store, to.round.formId, to.round.formVersion);
    if (!form) return say(text.noForm);
    const moment = { now: tools.now(), language: locale };
    const begun = beginVisit(form, { ...to, userId: unlocked.userId }, moment, newId);
    const draft = verdict ? { ...begun, answers: { ...begun.answers, [verdictQuestion]: verdict } } : begun;
    try {
      const keeper = await beginDraft(tools, unlocked, draft);
      if (!keeper) return lock();
      await refresh();
      goTo({ at: 'visit', draftId: draft.id });
    } catch (error) {
      console.error(error);
      say(isStorageFull(error) ? text.storageLow : text.failed);
    }
  };
}
