import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { chooseBlocks, importXlsForm } from '../commands/add-questionnaire.server.ts';
import { censusPermissions } from '../permissions.ts';
import { questionnaireLines } from '../queries/questionnaires.server.ts';
import { QuestionnairesScreen } from '../screens/questionnaires-screen.tsx';
import type { Route } from './+types/questionnaires';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  return {
    lines: valueOrThrow(await read(services, actor, view, questionnaireLines)),
    mayPlan: may(actor, censusPermissions['census.plan']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, censusPermissions['census.plan']);
  const form = await args.request.formData();
  const pageOf = ({ formId, version }: { formId: string; version: number }) =>
    redirect(`/pendataan/kuesioner/${encodeURIComponent(formId)}/${version}`, 303);
  if (form.get('intent') === 'blocks') {
    const blocks = form.getAll('blocks').map(String);
    const chosen = await execute(services, actor, chooseBlocks, { blocks });
    return chosen.ok
      ? pageOf(chosen.value)
      : data({ refusal: chosen.refusal, problems: [] }, { status: 422 });
  }
  const file = form.get('file');
  const given = file instanceof File ? file : new File([], '');
  const imported = await importXlsForm(services, actor, given);
  return imported.ok ? pageOf(imported.value) : data(imported.refusal, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function QuestionnairesPage({ loaderData, actionData }: Route.ComponentProps) {
  return <QuestionnairesScreen {...loaderData} reply={actionData} />;
}
