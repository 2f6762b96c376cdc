import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportApplicants } from '../commands/export-applicants.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { applicantSheet, sheetLines } from '../queries/applicant-sheet.server.ts';
import type { Route } from './+types/applicants-download';

const permission = applicationPermissions['application.export'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permission);
  const { intakeId } = args.params;
  const { code } = valueOrThrow(await execute(services, actor, exportApplicants, { intakeId }));
  const lines = await read(services, actor, permission, (context) => sheetLines(context, intakeId, locale));
  return streamResponse(applicantSheet(foundOr404(valueOrThrow(lines)), locale), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `pendaftar-${code}.xlsx`,
  });
}
