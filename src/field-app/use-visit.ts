import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { OpenForm } from '#questionnaire/engine/open-form.ts';
import { useField } from './app-state.ts';
import type { Draft } from './core/draft-content.ts';
import { type DraftKeeper, openDraft, type SaveState } from './core/drafts.ts';
import { openKeptForm } from './core/visit.ts';

export type OpenVisit = {
  keeper: DraftKeeper;
  form: OpenForm;
  draft: Draft;
  /** Changes the draft; it is on its way to the disk when this returns. */
  change(edit: (draft: Draft) => Draft): void;
};

/** An open draft with its form. `null`: gone, or its form is not on this phone; undefined: being opened. */
export function useVisit(draftId: string): OpenVisit | null | undefined {
  const { tools, unlocked } = useField();
  const [opened, setOpened] = useState<{ keeper: DraftKeeper; form: OpenForm } | null | undefined>();
  const [draft, setDraft] = useState<Draft | null>(null);
  const takeSeconds = useActiveSeconds();

  useEffect(() => {
    let isLeft = false;
    let held: DraftKeeper | null = null;
    async function open() {
      const keeper = await openDraft(tools, unlocked, draftId);
      const form = keeper && (await openKeptForm(tools.store, keeper.draft.formId, keeper.draft.formVersion));
      if (isLeft) return;
      if (!keeper || !form) return setOpened(null);
      held = keeper;
      setDraft(keeper.draft);
      setOpened({ keeper, form });
    }
    void open();
    const flush = () => void held?.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      isLeft = true;
      void held?.close();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [tools, unlocked, draftId]);

  const change = useCallback(
    (edit: (draft: Draft) => Draft) => {
      if (!opened) return;
      const before = opened.keeper.draft;
      const next = { ...edit(before), activeS: before.activeS + takeSeconds() };
      opened.keeper.change(next);
      setDraft(next);
    },
    [opened, takeSeconds],
  );
  if (!opened) return opened;
  return draft ? { ...opened, draft, change } : undefined;
}

/** For the few who show it: it changes twice with each keystroke, and the form need not be drawn anew for that. */
export function useSaveState(keeper: DraftKeeper): SaveState {
  return useSyncExternalStore(keeper.onState, () => keeper.state);
}

/** Whole seconds that the form was on screen since it was last asked. */
function useActiveSeconds(): () => number {
  const since = useRef(performance.now());
  const seen = useRef(0);
  useEffect(() => {
    const changed = () => {
      if (document.visibilityState === 'hidden') seen.current += performance.now() - since.current;
      since.current = performance.now();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  return useCallback(() => {
    const now = performance.now();
    const whole = Math.floor((seen.current + now - since.current) / 1000);
    seen.current = seen.current + now - since.current - whole * 1000;
    since.current = now;
    return whole;
  }, []);
}
