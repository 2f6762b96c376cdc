import type { QueryContext } from '#platform/command.server.ts';
import { listGroups } from '../group-store.server.ts';

export type GroupOnRecord = {
  groupId: string;
  kind: string;
  name: string;
  mentor: string | null;
  members: number;
};

/** Groups of the office, each with how many enterprises are in it today. */
export async function groupList({ trx, officeCode }: QueryContext): Promise<GroupOnRecord[]> {
  const groups = await listGroups(trx, officeCode);
  return groups.map(({ groupId, kind, name, mentor, members }) => ({
    groupId,
    kind,
    name,
    mentor,
    members: Number(members),
  }));
}
