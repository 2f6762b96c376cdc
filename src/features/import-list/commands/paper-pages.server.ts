import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand, execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findImport, updateImport } from '../import-store.server.ts';
import { importIdInput } from '../input.ts';
import { importPermissions } from '../permissions.ts';
import type { PaperPage } from '../rules/inspection.ts';
import { isOfWholeOffice } from './bring-in.server.ts';
import { keepPaperPage } from './keep-paper-page.server.ts';
import { listBeingTyped } from './typing-list.server.ts';

const permission = importPermissions['list.bring_in'];

const notePage = defineCommand({
  name: 'list.add_page',
  permission,
  input: importIdInput.extend({ page: z.custom<PaperPage>() }),
  async run(context, { importId, page }) {
    const found = await listBeingTyped(context, importId);
    if (!found.ok) return found;
    const { list } = found.value;
    const { pages = [], ...inspection } = list.inspection!;
    await updateImport(context.trx, context.officeCode, importId, {
      storageKey: list.storageKey ?? page.storageKey,
      inspection: { ...inspection, pages: [...pages, page] },
    });
    await context.audit({
      action: 'list.page_added',
      subject: { kind: 'import', id: importId },
      details: { page: pages.length + 1, mediaType: page.mediaType },
    });
    return done({ importId });
  },
});

/** Keeps the photo of one more page. Refused as in `startTyping`; `wrong_state` once the typing is finished. */
export async function addPaperPage(
  services: Services,
  actor: Actor,
  { importId, file }: { importId: string; file: File },
): Promise<Outcome<{ importId: string }>> {
  const storageKey = `${actor.officeCode}/lists/${newId()}`;
  const kept = await keepPaperPage(services, storageKey, file);
  if (!kept.ok) return kept;
  const { sha256: _hash, ...page } = kept.value;
  const noted = await execute(services, actor, notePage, { importId, page });
  if (!noted.ok) await services.files.remove(storageKey);
  return noted;
}

/**
 * Hands out where a page of the paper is stored. A command and not a query: that somebody looked stands in the audit,
 * or they do not get to look. Refused: `not_found`, also after the list was given up.
 */
export const openPaperPage = defineCommand({
  name: 'list.open_page',
  permission,
  input: z.object({ importId: idShape, page: z.coerce.number().int().min(1).default(1) }),
  async run(context, { importId, page }) {
    const list = isOfWholeOffice(context)
      ? await findImport(context.trx, context.officeCode, importId)
      : null;
    const found = list?.storageKey ? list.inspection?.pages?.[page - 1] : undefined;
    if (!found) return refused('not_found');
    await context.audit({
      action: 'list.page_opened',
      subject: { kind: 'import', id: importId },
      details: { page },
    });
    return done(found);
  },
});
