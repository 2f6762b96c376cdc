import { mostMarksAtOnce, type WireMark } from '#features/run-intake/rules/attendance-wire.ts';
import type { OfficeLine } from './office-line.ts';
import type { MarkRecord, PhoneStore } from './phone-store.ts';

/** How the last meeting with the office went. */
export type SyncOutcome = 'done' | 'unreachable' | 'busy' | 'unwelcome';

const wireMark = ({ markId, sessionId, participantId, state, reason, markedAt }: MarkRecord): WireMark => ({
  markId,
  sessionId,
  participantId,
  state,
  reason,
  markedAt: new Date(markedAt).toISOString(),
});

/**
 * Sends what was not sent, then fetches the list anew. Harmless to repeat: marks carry ids made here, and only an answer of the
 * office takes them off the list of those still to be sent. A link that does not hold (any more) says so and keeps everything.
 */
export async function syncOnce(
  store: PhoneStore,
  line: OfficeLine,
  code: string,
  now: () => number,
): Promise<SyncOutcome> {
  for (;;) {
    const marks = (await store.unsent(code)).slice(0, mostMarksAtOnce);
    if (marks.length === 0) break;
    const asked = await line.send(code, {
      sentAt: new Date(now()).toISOString(),
      marks: marks.map(wireMark),
    });
    if (asked.kind !== 'ok') return turnedAway(store, code, asked);
    const { kept, refused } = asked.value;
    await store.settle(kept, refused);
    await store.changeLink(code, { lastSentAt: now() });
    // An office that says nothing of a mark would be asked for ever.
    const answered = new Set([...kept, ...refused.map(({ markId }) => markId)]);
    if (!marks.some(({ markId }) => answered.has(markId))) return 'busy';
  }
  const asked = await line.work(code);
  if (asked.kind !== 'ok') return turnedAway(store, code, asked);
  await store.changeLink(code, { work: asked.value, state: 'valid' });
  return 'done';
}

async function turnedAway(
  store: PhoneStore,
  code: string,
  asked: { kind: 'unreachable' | 'busy' } | { kind: 'unwelcome'; why: 'revoked' | 'expired' | 'unknown' },
): Promise<SyncOutcome> {
  if (asked.kind === 'unwelcome') await store.changeLink(code, { state: asked.why });
  return asked.kind;
}
