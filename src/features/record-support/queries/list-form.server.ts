import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listSourceLists } from '../../register-enterprise/index.server.ts';
import { listToRecord } from '../commands/list-to-record.server.ts';
import { recordListInput } from '../input.ts';
import type { ListForm, ListValues } from '../rules/list-form.ts';

/** The lists that may be chosen, and what recording the chosen one would do; null for who answers for a part only. */
export async function listForm(context: QueryContext, values: ListValues): Promise<ListForm | null> {
  if (!isOfWholeOffice(context)) return null;
  const lists = (await listSourceLists(context.trx, context.officeCode)).map(
    ({ sourceListId, name, asOf }) => ({ sourceListId, name, asOf }),
  );
  const asked = recordListInput.safeParse(values);
  const found = asked.success ? await listToRecord(context, asked.data.sourceListId, asked.data) : null;
  return {
    lists,
    values,
    preview: found && { listed: found.listed, fresh: found.fresh },
    isAsked: values.sourceListId !== '' || values.title !== '',
    fields: asked.success ? [] : [...new Set(asked.error.issues.map(({ path }) => String(path[0])))],
  };
}
