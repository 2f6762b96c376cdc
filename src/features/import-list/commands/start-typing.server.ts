import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Actor, scopesFor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, type FieldRefusal, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { expectedKbliVersion } from '#kernel/statutory/kbli.ts';
import { defineCommand, execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { fieldRefusals } from '#platform/zod-refusal.ts';
import { insertImport, insertListKey, updateImport } from '../import-store.server.ts';
import { listFactsShape } from '../input.ts';
import { headingOfTyped } from '../messages/typed-headings.ts';
import { importPermissions } from '../permissions.ts';
import { mappingFaults } from '../rules/column-choice.ts';
import { columnsOfFields, fastEntryMapping, typedFields } from '../rules/fast-entry.ts';
import type { PaperPage } from '../rules/inspection.ts';
import { typedInspection } from '../rules/typed-list.ts';
import { isOfWholeOffice } from './bring-in.server.ts';
import { type KeptPage, keepPaperPage } from './keep-paper-page.server.ts';

const permission = importPermissions['list.bring_in'];

/** Facts of the list with its columns: one of them names the owner or the business. */
const typingShape = listFactsShape.extend({
  fields: z
    .array(z.enum(typedFields))
    .refine((fields) => mappingFaults(fastEntryMapping(columnsOfFields(fields))).length === 0, 'blank'),
});

/** Notes a list that will be typed; the photo of its paper is kept already. */
const noteTyping = defineCommand({
  name: 'list.start_typing',
  permission,
  input: typingShape.extend({
    importId: z.string(),
    page: z.custom<KeptPage>().nullable(),
  }),
  async run(context, { importId, fields, page, name, kind, asOf, legalBasis }) {
    const { trx, officeCode, now, actor, vault } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const columns = columnsOfFields(fields);
    const pages: PaperPage[] = [];
    if (page) {
      const { sha256: _hash, ...kept } = page;
      pages.push(kept);
    }
    await insertImport(trx, {
      officeCode,
      importId,
      name,
      kind,
      asOf,
      legalBasis: legalBasis ?? null,
      entry: 'typed',
      originalName: page?.name ?? '',
      byteSize: page?.byteSize ?? 0,
      sha256: page?.sha256 ?? createHash('sha256').digest(),
      storageKey: page?.storageKey ?? null,
      status: 'typing',
      createdBy: actor.name,
      createdById: actor.kind === 'person' ? actor.id : null,
      createdAt: now,
    });
    await updateImport(trx, officeCode, importId, {
      inspection: typedInspection(columns, headingOfTyped, pages),
      mapping: {
        list: 0,
        columns: fastEntryMapping(columns),
        kbliVersion: expectedKbliVersion(asOf),
        figureYear: Number(asOf.slice(0, 4)),
      },
    });
    await insertListKey(trx, officeCode, importId, vault.makePersonKey(officeCode, importId).wrapped);
    await context.audit({
      action: 'list.typing_started',
      subject: { kind: 'import', id: importId },
      details: { kind, pages: pages.length },
    });
    return done({ importId });
  },
});

/**
 * Opens a list that stands on paper only, to be typed row by row; the photo or PDF of the paper is kept as its source.
 * Refused: `invalid_input` at name, kind, asOf, legalBasis, fields, file; `file_too_large` above 10 MB; `forbidden`.
 */
export async function startTyping(
  services: Services,
  actor: Actor,
  { facts, file }: { facts: Record<string, unknown>; file?: File | undefined },
): Promise<Outcome<{ importId: string }>> {
  const scopes = scopesFor(actor, permission);
  if (!isOfWholeOffice({ scopes, officeCode: actor.officeCode })) return refused('forbidden');
  const parsed = typingShape.safeParse(facts);
  const faults: FieldRefusal[] = parsed.success ? [] : fieldRefusals(parsed.error);
  const importId = newId();
  const storageKey = `${actor.officeCode}/lists/${importId}`;
  const page = file ? await keepPaperPage(services, storageKey, file) : null;
  if (page && !page.ok && page.refusal.code !== 'invalid_input') return page;
  if (page && !page.ok) faults.push(...(page.refusal.fields ?? []));
  const noted =
    faults.length > 0
      ? invalid(faults)
      : await execute(services, actor, noteTyping, {
          ...facts,
          importId,
          page: page?.ok ? page.value : null,
        });
  // Of a list that is refused nothing stays behind.
  if (!noted.ok && page?.ok) await services.files.remove(storageKey);
  return noted;
}
