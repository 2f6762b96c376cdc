import { execute } from '#platform/command.server.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { removeTypedRow, saveTypedRow } from '../commands/save-typed-row.server.ts';
import { importPermissions } from '../permissions.ts';
import type { Route } from './+types/typed-row';
import { readTypedRow } from './typed-row-form.ts';

/** One row saved or removed while its page stays as it is: the command's outcome as JSON. */
export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, importPermissions['list.bring_in']);
  const { intent, ...typed } = typedValues(await args.request.formData());
  const row = readTypedRow(args.params.importId, typed);
  const outcome =
    intent === 'remove'
      ? await execute(services, actor, removeTypedRow, row)
      : await execute(services, actor, saveTypedRow, row);
  return Response.json(outcome, {
    status: outcome.ok ? 200 : 422,
    headers: { 'Cache-Control': 'private, no-store' },
  });
}
