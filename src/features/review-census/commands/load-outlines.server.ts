import type { Actor } from '#kernel/actor.ts';
import { isOfWholeOffice, may } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { inOneTransaction, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { areasForLists } from '../../register-enterprise/index.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { type Matching, matchOutlines, type OutlineFault } from '../rules/match-outlines.ts';
import { replaceShapes } from '../shape-store.server.ts';

export const largestOutlines = 40 * 1024 * 1024;

export type Loaded = { matched: number; unknown: string[]; missing: string[] } | { fault: OutlineFault };

/**
 * Puts the outlines of a GeoJSON file in the place of those before. What is wrong with a file is an answer like any
 * other; nothing is changed then.
 */
export async function loadOutlines(
  services: Services,
  actor: Actor,
  { file, source }: { file: File; source: string },
): Promise<Outcome<Loaded>> {
  const permission = reviewPermissions['review.load_map'];
  if (!may(actor, permission)) return refused('forbidden');
  const named = source.replace(/\s+/g, ' ').trim().slice(0, 200);
  if (file.size === 0) return refused('invalid_input', { fields: [{ path: 'file', code: 'blank' }] });
  if (named === '') return refused('invalid_input', { fields: [{ path: 'source', code: 'blank' }] });
  if (file.size > largestOutlines) return refused('file_too_large', { details: { megabytes: 40 } });
  const areas = await read(services, actor, permission, async (context) =>
    isOfWholeOffice(context) ? areasForLists(context.trx, context.officeCode) : null,
  );
  if (!areas.ok) return areas;
  if (areas.value === null) return refused('forbidden');
  const matching = matchOutlines(await file.text(), areas.value);
  if (!matching.ok) return done({ fault: matching.refusal });
  await keep(services, actor, matching.value, named);
  const { matched, unknown, missing } = matching.value;
  return done({ matched: matched.length, unknown, missing: missing.map(({ name }) => name) });
}

function keep(services: Services, actor: Actor, { matched, unknown }: Matching, source: string) {
  return inOneTransaction(services, actor, async ({ trx, officeCode, now, audit }) => {
    await replaceShapes(trx, officeCode, matched, { source, at: now, by: actor.name });
    await audit({
      action: 'review.outlines_loaded',
      details: { areas: matched.length, unknown: unknown.length, source },
    });
  });
}
