import type { CommandContext } from '#platform/command.server.ts';
import type { ImportRow } from '../import-store.server.ts';
import { type TypedRow, typedRowValidator } from '../rules/fast-entry.ts';
import type { ValidatedRow } from '../rules/validate-row.ts';
import { areasOf, listContextOf } from './list-reference.server.ts';
import { columnsOfList } from './typing-list.server.ts';

type Checker = (typed: TypedRow) => ValidatedRow;
type Kept = { checker: Checker; until: number };

/** Reading the areas of a province and the tables of KBLI for each row would be felt at every Enter. */
const keptFor = 10 * 60_000;
const mostKept = 20;
const keptBy = new WeakMap<object, Map<string, Kept>>();

/** The check of typed rows, by the very rules of a list that comes as a file; remembered for some minutes. */
export async function typedRowChecker(
  { trx, officeCode, services, now }: CommandContext,
  list: Pick<ImportRow, 'asOf' | 'mapping'>,
): Promise<Checker> {
  const kept = keptBy.get(services.db) ?? new Map<string, Kept>();
  keptBy.set(services.db, kept);
  const name = JSON.stringify([officeCode, list.asOf, list.mapping]);
  const known = kept.get(name);
  if (known && known.until > now.getTime()) return known.checker;
  const areas = await areasOf(trx, officeCode);
  const context = await listContextOf(trx, list, list.mapping!, areas);
  const checker = typedRowValidator(columnsOfList(list), { ...context, damage: [] });
  kept.delete(name);
  kept.set(name, { checker, until: now.getTime() + keptFor });
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return checker;
}
