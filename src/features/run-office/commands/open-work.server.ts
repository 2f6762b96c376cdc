import type { Trx } from '#platform/db/connect.server.ts';

/**
 * One kind of open work that belongs to a person: drafts, assignments, lists being mended. The slice that owns it
 * registers a mover when its door is loaded, so that a hand-over misses nothing.
 */
export type OpenWork = {
  /** Identifier for the record, such as `import`. */
  kind: string;
  label: { id: string; en: string };
  count(trx: Trx, userId: string): Promise<number>;
  /** Gives all of it to another person; answers how many pieces. `deed`: when, and the name of who hands it over. */
  move(trx: Trx, from: string, to: string, deed: { at: Date; by: string }): Promise<number>;
};

const kinds = new Map<string, OpenWork>();

export function registerOpenWork(work: OpenWork): void {
  kinds.set(work.kind, work);
}

export function openWorkKinds(): readonly OpenWork[] {
  return [...kinds.values()];
}

/** Names of the groups a role may be limited to; told by the slice that keeps groups. */
type GroupLister = (trx: Trx) => Promise<{ groupId: string; name: string }[]>;
let groupLister: GroupLister = async () => [];

export function registerGroups(list: GroupLister): void {
  groupLister = list;
}

export function listGroups(trx: Trx): Promise<{ groupId: string; name: string }[]> {
  return groupLister(trx);
}

/** Names of the partners whose people may be given a sign-in; told by the slice that keeps partners. */
type PartnerLister = (trx: Trx) => Promise<{ partnerId: string; name: string }[]>;
let partnerLister: PartnerLister = async () => [];

export function registerPartners(list: PartnerLister): void {
  partnerLister = list;
}

export function listPartners(trx: Trx): Promise<{ partnerId: string; name: string }[]> {
  return partnerLister(trx);
}
