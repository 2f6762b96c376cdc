import type { Trx } from '#platform/db/connect.server.ts';
import { listGroupNames } from '../group-store.server.ts';

/** `kind:name` → id of every group of the office at hand. */
export async function groupIdsByName(trx: Trx): Promise<Map<string, string>> {
  return new Map((await listGroupNames(trx)).map((group) => [`${group.kind}:${group.name}`, group.groupId]));
}

/** Groups as choices, for giving a role within one of them; row-level security keeps them to the office at hand. */
export function listGroupChoices(trx: Trx): Promise<{ groupId: string; name: string }[]> {
  return listGroupNames(trx);
}
