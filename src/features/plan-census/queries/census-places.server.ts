import { may, type Permission } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { PlaceLink } from '../rules/round-view.ts';

/**
 * A page of field work that belongs to no single round: phones, files, deliveries that wait. The slice that keeps it
 * registers it, and the list of rounds leads there.
 */
export type CensusPlace = {
  path: string;
  label: { id: string; en: string };
  permission: Permission;
  /** How much waits there for a person; left out: nothing ever does. */
  countWaiting?(context: Pick<QueryContext, 'trx' | 'officeCode'>): Promise<number>;
};

const places: CensusPlace[] = [];

export function registerCensusPlaces(more: readonly CensusPlace[]): void {
  places.push(...more);
}

/** Those that this person may open, in the order in which they were registered. */
export async function censusPlaces(context: QueryContext): Promise<PlaceLink[]> {
  const links: PlaceLink[] = [];
  for (const { path, label, permission, countWaiting } of places) {
    if (!may(context.actor, permission)) continue;
    links.push({ path, label, waiting: (await countWaiting?.(context)) ?? 0 });
  }
  return links;
}
