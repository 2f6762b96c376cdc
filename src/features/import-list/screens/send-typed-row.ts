import type { Outcome, Refusal } from '#kernel/refusal.ts';
import type { TypedRow } from '../rules/fast-entry.ts';
import type { SavedEntry } from '../rules/typing-view.ts';

const patienceMs = 20_000;

export type RowToSend = { entryId: string; rowNumber: number; values: TypedRow };
/** `offline`: nobody answered, or not as they should: to be tried again. */
export type SendAnswer =
  | { readonly kind: 'kept'; readonly saved: SavedEntry }
  | { readonly kind: 'declined'; readonly refusal: Refusal }
  | { readonly kind: 'offline' | 'signed_out' };

/** Saves or removes one row while the page stays. Never throws: what was typed must outlive a broken network. */
export async function sendTypedRow(
  importId: string,
  intent: 'row' | 'remove',
  { entryId, rowNumber, values }: RowToSend,
): Promise<SendAnswer> {
  const body = new FormData();
  for (const [field, value] of Object.entries(values)) body.set(field, value ?? '');
  body.set('intent', intent);
  body.set('entryId', entryId);
  body.set('rowNumber', String(rowNumber));
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    const response = await fetch(`/daftar/${importId}/ketik/baris`, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: stop.signal,
    });
    // Sent on to the page for signing in or unlocking.
    if (response.type === 'opaqueredirect') return { kind: 'signed_out' };
    if (response.status >= 500 || response.status === 429) return { kind: 'offline' };
    const answer: Outcome<SavedEntry> | { refusal: Refusal } = await response.json();
    if ('ok' in answer && answer.ok) return { kind: 'kept', saved: answer.value };
    return { kind: 'declined', refusal: answer.refusal };
  } catch {
    return { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}
