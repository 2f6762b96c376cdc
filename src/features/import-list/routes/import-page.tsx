import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { bringInMended } from '../commands/bring-in.server.ts';
import { confirmMapping } from '../commands/confirm-mapping.server.ts';
import { applyImport, cancelImport, retryImport, takeBackImport } from '../commands/steer-import.server.ts';
import { importPermissions } from '../permissions.ts';
import { importPage } from '../queries/import-page.server.ts';
import { mappingFaults } from '../rules/column-choice.ts';
import type { ImportReply } from '../screens/form-values.ts';
import { ImportScreen } from '../screens/import-screen.tsx';
import type { Route } from './+types/import-page';
import { chosenFile } from './chosen-file.ts';
import { readableColumns, readMapping, refusalOfMapping, unclearFields } from './read-mapping.ts';

export async function loader(args: Route.LoaderArgs) {
  const view = importPermissions['list.view'];
  const { services, actor } = await requirePermission(args, view);
  const params = args.url.searchParams;
  const list = params.get('lembar');
  const shown = {
    filter: params.get('tampil'),
    list: list !== null && /^\d{1,3}$/.test(list) ? Number(list) : null,
  };
  const page = valueOrThrow(
    await read(services, actor, view, (context) => importPage(context, args.params.importId, shown)),
  );
  if (page === null) throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  return { page, mayBringIn: may(actor, importPermissions['list.bring_in']) };
}

const steps = { apply: applyImport, cancel: cancelImport, take_back: takeBackImport, retry: retryImport };

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, importPermissions['list.bring_in']);
  const { importId } = args.params;
  const form = await args.request.formData();
  const { intent = '', ...typed } = typedValues(form);
  const declined = (refusal: Refusal, more: Partial<ImportReply> = {}) =>
    data<ImportReply>({ intent, typed, refusal, ...more }, { status: 422 });
  const answer = (outcome: Outcome<unknown>, to = importId) =>
    outcome.ok ? redirect(`/daftar/${to}`, 303) : declined(outcome.refusal);

  if (intent === 'map') {
    const mapping = readMapping(importId, typed);
    const columns = readableColumns(mapping.columns);
    const faults = columns === null ? [] : mappingFaults(columns);
    if (faults.length > 0) return declined({ code: 'invalid_input' }, { faults });
    const fields = unclearFields(mapping);
    if (fields.length > 0) return declined({ code: 'invalid_input', fields });
    const outcome = await execute(services, actor, confirmMapping, mapping);
    return outcome.ok ? answer(outcome) : declined(refusalOfMapping(outcome.refusal));
  }
  if (intent === 'mend') {
    const file = chosenFile(form);
    if (file === undefined)
      return declined({ code: 'invalid_input', fields: [{ path: 'file', code: 'blank' }] });
    const outcome = await bringInMended(services, actor, { importId, file });
    return answer(outcome, outcome.ok ? outcome.value.importId : importId);
  }
  const step = steps[intent as keyof typeof steps];
  if (!step) return declined({ code: 'invalid_input' });
  return answer(await execute(services, actor, step, { importId }));
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ImportDetailPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportScreen {...loaderData} reply={actionData} />;
}
