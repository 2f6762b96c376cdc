import { createContext, useContext } from 'react';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { DraftTools } from './core/drafts.ts';
import type { FindRows } from './core/find-before-adding.ts';
import type { FinishedLabel } from './core/finish.ts';
import type { Unlocked } from './core/lock.ts';
import type { KeptWork } from './core/pull-work.ts';
import type { PhoneRecord } from './core/store.ts';
import type { SyncOutcome, SyncTools, Unsent } from './core/sync.ts';
import { fieldMessages } from './messages/field-messages.ts';

export type FinishedVisit = {
  id: string;
  rowId: string | null;
  roundId: string;
  finishedAt: string;
  sentAt: string | null;
  label: FinishedLabel | null;
};

/** What every screen of someone unlocked may use. */
export type FieldState = {
  tools: DraftTools;
  sync: SyncTools;
  unlocked: Unlocked;
  phone: PhoneRecord;
  work: KeptWork;
  find: FindRows;
  /** Open drafts: row (or the draft's own id, for new enterprises) → draft id and title. */
  drafts: { id: string; rowId: string | null; title: string }[];
  finished: FinishedVisit[];
  unsent: Unsent;
  outcome: SyncOutcome | 'running' | null;
  locale: Locale;
  setLocale(locale: Locale): void;
  /** Reads the phone again after something was written. */
  refresh(): Promise<void>;
  syncSoon(): void;
  lock(): void;
  say(text: string): void;
};

export const FieldContext = createContext<FieldState | null>(null);

export function useField(): FieldState {
  const state = useContext(FieldContext);
  if (!state) throw new Error('outside of the unlocked app');
  return state;
}

export const LocaleContext = createContext<Locale>('id');
export const useText = () => messagesFor(fieldMessages, useContext(LocaleContext));
