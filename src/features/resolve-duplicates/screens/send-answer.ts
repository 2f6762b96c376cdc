import type { Outcome, Refusal } from '#kernel/refusal.ts';
import type { PairView, ReviewQueue } from '../rules/pair-view.ts';
import { queueWords } from './queue-address.ts';

const address = '/kembar/periksa/berikutnya';
const patienceMs = 20_000;

/** `offline`: nobody answered, or not as they should. */
export type AnswerSent =
  | { readonly kind: 'kept' }
  | { readonly kind: 'declined'; readonly refusal: Refusal }
  | { readonly kind: 'offline' | 'signed_out' };

async function ask(input: string, init: RequestInit = {}): Promise<Response | 'signed_out' | 'offline'> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    const response = await fetch(input, { ...init, redirect: 'manual', signal: stop.signal });
    // Sent on to the page for signing in or unlocking.
    if (response.type === 'opaqueredirect') return 'signed_out';
    if (response.status >= 500 || response.status === 429) return 'offline';
    return response;
  } catch {
    return 'offline';
  } finally {
    clearTimeout(timer);
  }
}

/** Sends one answer while the next pair is on the table already. Never throws. */
export async function sendAnswer(values: Readonly<Record<string, string>>): Promise<AnswerSent> {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  const response = await ask(address, { method: 'POST', body });
  if (typeof response === 'string') return { kind: response };
  try {
    const outcome: Outcome<unknown> | { refusal: Refusal } = await response.json();
    if ('ok' in outcome && outcome.ok) return { kind: 'kept' };
    return { kind: 'declined', refusal: outcome.refusal };
  } catch {
    return { kind: 'offline' };
  }
}

/** The pairs after those that are on the table or on their way; null when nobody answered. */
export async function fetchPairs(
  queue: ReviewQueue,
  except: readonly string[],
): Promise<{ pairs: PairView[]; waiting: number } | null> {
  const search = new URLSearchParams({ antrean: queueWords[queue], lewati: except.join(',') });
  const response = await ask(`${address}?${search}`);
  if (typeof response === 'string' || !response.ok) return null;
  try {
    return await response.json();
  } catch {
    return null;
  }
}
