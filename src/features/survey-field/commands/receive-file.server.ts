import { createHash } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import { may } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { fileHeaderShape, fileLineShape, mostEnvelopes } from '../input.ts';
import { fieldPermissions } from '../permissions.ts';
import { type FileCounts, noCounts } from '../rules/file-counts.ts';
import type { Envelope } from '../rules/wire.ts';
import { linesOf } from './file-lines.ts';
import { receiveEnvelopes } from './receive-envelopes.server.ts';
import { heldOfPhoto, receivePiece } from './receive-photo.server.ts';
import { troubleOf } from './storage-trouble.server.ts';

export type ReceivedFile = {
  phoneId: string;
  counts: FileCounts;
  /** What the office now holds durably: what the phone may forget, once it has the receipt. */
  heldIds: string[];
};

type OutboxHeader = ReturnType<typeof fileHeaderShape.parse>;
type PhotoLine = Extract<ReturnType<typeof fileLineShape.parse>, { kind: 'photo' }>;

/**
 * Takes in an outbox file, line by line, by the very way that phones deliver: the same file twice changes nothing, and
 * of one that was cut on its way all whole lines are kept. Refused: `file_unreadable` for another kind of file,
 * `wrong_office` for one of another office, `unavailable` when the disk is full or the database away (details:
 * `trouble`).
 */
export async function receiveFile(
  services: Services,
  actor: Actor,
  file: { stream(): ReadableStream<Uint8Array> },
): Promise<Outcome<ReceivedFile>> {
  if (!may(actor, fieldPermissions['field.receive'])) return refused('forbidden');
  const { officeCode } = actor;
  const lines = linesOf(file.stream());
  const header = fileHeaderShape.safeParse(jsonOf((await lines.next()).value ?? null));
  if (!header.success) return refused('file_unreadable');
  if (header.data.officeCode !== officeCode) return refused('wrong_office');
  try {
    return done(await takeLines(services, actor, header.data, lines));
  } catch (error) {
    // What came before stands; the same file may come again.
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    services.log.error({ err: error }, 'an outbox file could not be taken in');
    return refused('unavailable', { details: { trouble } });
  }
}

async function takeLines(
  services: Services,
  actor: Actor,
  { phoneId, items }: OutboxHeader,
  lines: AsyncGenerator<string | null>,
): Promise<ReceivedFile> {
  const { officeCode } = actor;
  const counts = noCounts();
  let seen = 0;
  const heldIds = new Set<string>();
  let batch: Envelope[] = [];
  const flush = async () => {
    const receipts = await receiveEnvelopes(services, officeCode, { phoneId, via: 'file' }, batch);
    for (const { id, state } of receipts) {
      counts[state] += 1;
      heldIds.add(id);
    }
    batch = [];
  };
  for await (const text of lines) {
    if (text !== null && text.trim() === '') continue;
    seen += 1;
    const line = fileLineShape.safeParse(jsonOf(text));
    if (!line.success) counts.damagedLines += 1;
    else if (line.data.kind === 'envelope') {
      batch.push(line.data.envelope);
      if (batch.length === mostEnvelopes) await flush();
    } else if (await takePhoto(services, officeCode, line.data, counts)) heldIds.add(line.data.id);
  }
  if (batch.length > 0) await flush();
  counts.missing = Math.max(0, (items ?? 0) - seen);
  await inOneTransaction(services, actor, ({ audit }) =>
    audit({
      action: 'outbox_file.received',
      subject: { kind: 'phone', id: phoneId },
      details: { ...counts },
    }),
  );
  return { phoneId, counts, heldIds: [...heldIds] };
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Whether the office has all of the photo now. */
async function takePhoto(
  services: Services,
  officeCode: string,
  line: PhotoLine,
  counts: FileCounts,
): Promise<boolean> {
  const sealed = Buffer.from(line.sealed, 'base64url');
  const isWhole = createHash('sha256').update(sealed).digest('hex') === line.sha256;
  const before = await heldOfPhoto(services, officeCode, line.id);
  if (before && before.offset === before.byteSize) {
    counts.knownPhotos += 1;
    return true;
  }
  const { id: photoId, submissionId, item, keyId, sha256 } = line;
  const photo = { photoId, submissionId, item, keyId, sha256, byteSize: sealed.length };
  let offset = 0;
  // Part of it may have come by the network before.
  for (let turn = 0; isWhole && turn < 3; turn++) {
    const answer = await receivePiece(services, officeCode, photo, offset, sealed.subarray(offset));
    if (answer.state === 'refused') break;
    if (answer.state === 'held' && answer.offset === sealed.length) {
      counts.photos += 1;
      return true;
    }
    offset = answer.offset;
  }
  counts.photosRefused += 1;
  return false;
}
