import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { recordList } from '../commands/record-list.server.ts';
import { supportPermissions } from '../permissions.ts';
import { listForm } from '../queries/list-form.server.ts';
import { readListValues } from '../rules/list-form.ts';
import { FromListScreen } from '../screens/from-list-screen.tsx';
import type { Route } from './+types/from-list';

const permission = supportPermissions['support.record_lists'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const values = readListValues(args.url.searchParams);
  const found = await read(services, actor, permission, (context) => listForm(context, values));
  return { form: foundOr404(valueOrThrow(found)) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const values = readListValues(await args.request.formData());
  const outcome = await execute(services, actor, recordList, values);
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect('/pembinaan/riwayat?tersimpan=1', 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function FromListPage({ loaderData, actionData }: Route.ComponentProps) {
  const form = actionData ? { ...loaderData.form, values: actionData.values } : loaderData.form;
  return <FromListScreen form={form} refusal={actionData?.refusal} />;
}
