import type { FieldRefusal } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { listSourceLists } from '../../register-enterprise/index.server.ts';
import { listVillageCodes } from '../round-store.server.ts';

/** Lists and villages must be the office's own, each named once. */
export async function faultsInFrame(
  { trx, officeCode }: Pick<CommandContext, 'trx' | 'officeCode'>,
  {
    sourceListIds,
    villages,
  }: { sourceListIds: readonly string[]; villages: readonly { villageCode: string }[] },
): Promise<FieldRefusal[]> {
  const faults: FieldRefusal[] = [];
  const lists = new Set((await listSourceLists(trx, officeCode)).map(({ sourceListId }) => sourceListId));
  if (new Set(sourceListIds).size < sourceListIds.length || !sourceListIds.every((id) => lists.has(id)))
    faults.push({ path: 'sourceListIds', code: 'not_a_choice' });
  const known = new Set(await listVillageCodes(trx, officeCode));
  const codes = villages.map(({ villageCode }) => villageCode);
  if (new Set(codes).size < codes.length || !codes.every((code) => known.has(code)))
    faults.push({ path: 'villages', code: 'not_a_choice' });
  return faults;
}
