import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { censusPermissions } from '../permissions.ts';
import { questionnairePage, questionnaireWorkbook } from '../queries/questionnaires.server.ts';
import type { Route } from './+types/questionnaire-download';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A questionnaire as XLSForm, to be changed in a spreadsheet program and brought in again. */
export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const { formId, version } = args.params;
  const found = await read(services, actor, view, (context) =>
    questionnairePage(context, formId, Number(version)),
  );
  const questionnaire = foundOr404(valueOrThrow(found));
  return streamResponse(questionnaireWorkbook(questionnaire), {
    mediaType: xlsx,
    name: `${questionnaire.formId}-${questionnaire.version}.xlsx`,
  });
}
