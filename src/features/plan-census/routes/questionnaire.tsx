import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { censusPermissions } from '../permissions.ts';
import { questionnairePage } from '../queries/questionnaires.server.ts';
import { QuestionnaireScreen } from '../screens/questionnaire-screen.tsx';
import type { Route } from './+types/questionnaire';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const { formId, version } = args.params;
  const found = await read(services, actor, view, (context) =>
    questionnairePage(context, formId, Number(version)),
  );
  const { form } = foundOr404(valueOrThrow(found));
  return { form, now: services.clock().getTime() };
}

export default function QuestionnairePage({ loaderData }: Route.ComponentProps) {
  return <QuestionnaireScreen {...loaderData} />;
}
