import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Actor, scopesFor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, type FieldRefusal, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand, execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { parsePastedText } from '#platform/spreadsheet/parse-pasted-text.ts';
import { fieldRefusals } from '#platform/zod-refusal.ts';
import { findImport, insertImport, insertListKey } from '../import-store.server.ts';
import { listFactsShape } from '../input.ts';
import { importPermissions } from '../permissions.ts';
import { importEntries } from '../rules/import-kinds.ts';
import { keepListFile, type ListContent } from './keep-list-file.server.ts';
import { csvOf } from './pasted-list.server.ts';
import { startWork } from './start-work.server.ts';

const permission = importPermissions['list.bring_in'];
const MEGABYTES = 100;

/** A list is of the whole office: who answers for a part of it only cannot bring one in. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}

/** Notes a list whose file is kept already, and has it read. */
const noteImport = defineCommand({
  name: 'list.bring_in',
  permission,
  input: listFactsShape.extend({
    importId: z.string(),
    entry: z.enum(importEntries),
    originalName: z.string(),
    byteSize: z.number(),
    sha256: z.instanceof(Buffer),
    storageKey: z.string(),
    mendsImportId: z.string().nullable(),
  }),
  async run(context, { importId, legalBasis, ...given }) {
    const { trx, officeCode, now, actor, vault } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    await insertImport(trx, {
      officeCode,
      importId,
      ...given,
      legalBasis: legalBasis ?? null,
      status: 'inspecting',
      createdBy: actor.name,
      createdById: actor.kind === 'person' ? actor.id : null,
      createdAt: now,
    });
    await insertListKey(trx, officeCode, importId, vault.makePersonKey(officeCode, importId).wrapped);
    await startWork(context, { importId, name: given.name, total: null });
    await context.audit({
      action: 'list.brought_in',
      subject: { kind: 'import', id: importId },
      details: { kind: given.kind, entry: given.entry, byteSize: given.byteSize },
    });
    return done({ importId });
  },
});

const missingIn = (facts: unknown): FieldRefusal[] => {
  const parsed = listFactsShape.safeParse(facts);
  return parsed.success ? [] : fieldRefusals(parsed.error);
};

export type GivenList = {
  facts: Record<string, unknown>;
  content: ListContent;
  entry: 'file' | 'pasted';
  mendsImportId?: string;
  /** Chosen by the caller, so that the same upload sent twice is one list. */
  importId?: string;
};

/** Keeps the content of a list, then notes it; of a list that is refused nothing stays behind. */
export async function bringInContent(
  services: Services,
  actor: Actor,
  { facts, content, entry, mendsImportId, importId = newId() }: GivenList,
): Promise<Outcome<{ importId: string }>> {
  const scopes = scopesFor(actor, permission);
  const fields = missingIn(facts);
  if (!isOfWholeOffice({ scopes, officeCode: actor.officeCode }) || fields.length > 0) {
    content.stream.destroy();
    return fields.length > 0 ? invalid(fields) : refused('forbidden');
  }
  const kept = await keepListFile(services, actor.officeCode, content);
  const noted = await execute(services, actor, noteImport, {
    ...facts,
    ...kept,
    importId,
    entry,
    mendsImportId: mendsImportId ?? null,
  }).catch(async (error) => {
    await services.files.remove(kept.storageKey);
    throw error;
  });
  if (!noted.ok) await services.files.remove(kept.storageKey);
  // The same upload was under way already: it is one list.
  return !noted.ok && noted.refusal.code === 'duplicate' ? done({ importId }) : noted;
}

/**
 * Brings in a list: a file, or text pasted from a sheet or a message. Refused: `invalid_input` at name, kind, asOf,
 * legalBasis, file, pasted; `file_too_large` above 100 MB; `forbidden`. What is in the file is looked at afterwards.
 */
export async function bringIn(
  services: Services,
  actor: Actor,
  { facts, file, pasted = '' }: { facts: Record<string, unknown>; file?: File; pasted?: string },
): Promise<Outcome<{ importId: string }>> {
  if (file && file.size > 0) {
    return (
      refuseTooLarge(file) ??
      (await bringInContent(services, actor, { facts, content: contentOf(file), entry: 'file' }))
    );
  }
  const table = parsePastedText(pasted);
  if (table === undefined) {
    const missing: FieldRefusal =
      pasted.trim() === '' ? { path: 'file', code: 'blank' } : { path: 'pasted', code: 'too_long' };
    return invalid([...missingIn(facts), missing]);
  }
  const content = { stream: csvOf(table), originalName: 'tempelan.csv' };
  return bringInContent(services, actor, { facts, content, entry: 'pasted' });
}

/**
 * Brings in the sheet of rejected rows after somebody mended it, as a list of its own that belongs to the first.
 * Refused: `not_found`; `wrong_state` before the list itself is saved; `invalid_input` at file; `file_too_large`.
 */
export async function bringInMended(
  services: Services,
  actor: Actor,
  { importId, file }: { importId: string; file: File },
): Promise<Outcome<{ importId: string }>> {
  const found = await read(services, actor, permission, ({ trx, officeCode }) =>
    findImport(trx, officeCode, importId),
  );
  if (!found.ok) return found;
  const mended = found.value;
  if (!mended || mended.mendsImportId !== null) return refused('not_found');
  if (mended.status !== 'applied') return refused('wrong_state');
  if (file.size === 0) return invalid([{ path: 'file', code: 'blank' }]);
  const { name, kind, asOf, legalBasis } = mended;
  return (
    refuseTooLarge(file) ??
    (await bringInContent(services, actor, {
      facts: { name, kind, asOf, ...(legalBasis === null ? {} : { legalBasis }) },
      content: contentOf(file),
      entry: 'file',
      mendsImportId: importId,
    }))
  );
}

function refuseTooLarge(file: File): Outcome<never> | null {
  return file.size > MEGABYTES * 1024 * 1024
    ? refused('file_too_large', { details: { megabytes: MEGABYTES } })
    : null;
}

const contentOf = (file: File): ListContent => ({
  stream: Readable.fromWeb(file.stream() as never),
  originalName: file.name,
});
