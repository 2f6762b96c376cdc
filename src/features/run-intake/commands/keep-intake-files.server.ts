import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import { type Actor, isOfWholeOffice } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand, execute } from '#platform/command.server.ts';
import { fileKindOf } from '#platform/files/file-kind.ts';
import type { Services } from '#platform/services.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { intakeFileInput, oneFileInput } from '../input.ts';
import { findIntakeFile, insertIntakeFile, updateFileRemoved } from '../paper-store.server.ts';
import { runPermissions } from '../permissions.ts';
import { findSession } from '../session-store.server.ts';

const permission = runPermissions['intake.run'];
const MEGABYTES = 15;
/** Longer side, in pixels. */
const LARGEST_SIDE = 2_000;
/** A picture that claims to be larger is not looked at: it could fill the memory. */
const MOST_PIXELS = 60_000_000;
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp']);

const noteFile = defineCommand({
  name: 'intake.add_file',
  permission,
  input: intakeFileInput.extend({
    fileId: z.string(),
    originalName: z.string(),
    mediaType: z.string(),
    byteSize: z.number(),
    sha256: z.instanceof(Buffer),
    storageKey: z.string(),
  }),
  async run(context, { sessionId, caption, ...file }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (!(await findIntake(trx, officeCode, file.intakeId))) return refused('not_found');
    const session = sessionId ? await findSession(trx, officeCode, sessionId) : null;
    if (sessionId && session?.intakeId !== file.intakeId) return refused('not_found');
    const isNew = await insertIntakeFile(trx, officeCode, {
      ...file,
      sessionId: sessionId ?? null,
      caption: caption ?? null,
      addedAt: now,
      addedBy: actor.name,
    });
    // Dropped twice: it lies there already.
    if (!isNew) return refused('duplicate');
    await context.audit({
      action: 'intake.files_added',
      subject: { kind: 'intake', id: file.intakeId },
      details: { kind: file.kind, fileId: file.fileId, byteSize: file.byteSize },
    });
    return done();
  },
});

type Given = { intakeId: string; kind: string; sessionId?: string | undefined; caption?: string | undefined };
export type FilesKept = {
  added: number;
  known: number;
  refused: { name: string; outcome: Outcome<never> }[];
};

/**
 * Keeps files of an intake's folder: photographs are made smaller (2000 px) and lose what the camera wrote into them, PDFs stay
 * as they are. One that cannot be kept hinders none of the others.
 */
export async function addIntakeFiles(
  services: Services,
  actor: Actor,
  given: Given,
  files: readonly File[],
): Promise<FilesKept> {
  const kept: FilesKept = { added: 0, known: 0, refused: [] };
  for (const file of files) {
    const outcome = await keep(services, actor, given, file);
    if (outcome.ok) kept.added += 1;
    else if (outcome.refusal.code === 'duplicate') kept.known += 1;
    else kept.refused.push({ name: file.name, outcome });
  }
  return kept;
}

async function keep(services: Services, actor: Actor, given: Given, file: File): Promise<Outcome<void>> {
  if (file.size > MEGABYTES * 1024 * 1024)
    return refused('file_too_large', { details: { megabytes: MEGABYTES } });
  const read = await readable(Buffer.from(await file.arrayBuffer()));
  if (!read) return invalid([{ path: 'files', code: 'wrong_format' }]);
  const fileId = newId();
  const storageKey = `${actor.officeCode}/intake/${fileId}`;
  await services.files.put(storageKey, read.bytes);
  const noted = await execute(services, actor, noteFile, {
    ...given,
    fileId,
    originalName: fileName(file) || 'berkas',
    mediaType: read.mediaType,
    byteSize: read.bytes.length,
    sha256: createHash('sha256').update(read.bytes).digest(),
    storageKey,
  });
  if (!noted.ok) await services.files.remove(storageKey);
  return noted;
}

/** The last part of the name, without the line ends and null characters that a program may put there. */
const fileName = ({ name }: File) =>
  name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .slice(0, 200);

/** A PDF as it is, a photograph as a smaller JPEG; null for what is neither. */
async function readable(bytes: Buffer): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const kind = fileKindOf(bytes)?.mediaType;
  if (kind === 'application/pdf') return { bytes, mediaType: kind };
  if (!kind || !pictures.has(kind)) return null;
  try {
    const picture = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
    return { bytes: picture, mediaType: 'image/jpeg' };
  } catch {
    return null;
  }
}

async function foundFile(context: CommandContext, of: { intakeId: string; fileId: string }) {
  if (!isOfWholeOffice(context)) return null;
  return findIntakeFile(context.trx, context.officeCode, of);
}

/** Takes a file out of the folder. It is kept, so that it can be put back. */
export const removeIntakeFile = defineCommand({
  name: 'intake.remove_file',
  permission,
  input: oneFileInput,
  async run(context, of) {
    const file = await foundFile(context, of);
    if (!file) return refused('not_found');
    if (file.removedAt) return done();
    const { trx, officeCode, now, actor } = context;
    await updateFileRemoved(trx, officeCode, of.fileId, { removedAt: now, removedBy: actor.name });
    await context.audit({
      action: 'intake.file_removed',
      subject: { kind: 'intake', id: of.intakeId },
      details: { kind: file.kind, fileId: of.fileId },
    });
    return done();
  },
});

/** Puts a file back. Refused: `duplicate` where the same file has been added anew since. */
export const restoreIntakeFile = defineCommand({
  name: 'intake.restore_file',
  permission,
  input: oneFileInput,
  async run(context, of) {
    const file = await foundFile(context, of);
    if (!file) return refused('not_found');
    if (!file.removedAt) return done();
    await updateFileRemoved(context.trx, context.officeCode, of.fileId, { removedAt: null, removedBy: null });
    await context.audit({
      action: 'intake.file_restored',
      subject: { kind: 'intake', id: of.intakeId },
      details: { kind: file.kind, fileId: of.fileId },
    });
    return done();
  },
});
