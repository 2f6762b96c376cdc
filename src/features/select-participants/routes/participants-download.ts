import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportParticipants } from '../commands/export-participants.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { participantsPage, partnerParticipants } from '../queries/participants-page.server.ts';
import { participantsSheet, partnerSheet } from '../queries/participants-sheet.server.ts';
import type { Route } from './+types/participants-download';

const view = selectionPermissions['seat.view'];
const partnerView = selectionPermissions['seat.view_partner'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, selectionPermissions['seat.export']);
  const { intakeId } = args.params;
  const exported = await execute(services, actor, exportParticipants, { intakeId });
  // An id that is none leads nowhere, like one of another office.
  if (!exported.ok && exported.refusal.code === 'invalid_input') foundOr404(null);
  valueOrThrow(exported);
  const sheet = may(actor, view)
    ? participantsSheet(
        foundOr404(
          valueOrThrow(await read(services, actor, view, (context) => participantsPage(context, intakeId))),
        ),
        locale,
      )
    : partnerSheet(
        foundOr404(
          valueOrThrow(
            await read(services, actor, partnerView, (context) => partnerParticipants(context, intakeId)),
          ),
        ),
        locale,
      );
  return streamResponse(sheet, {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `peserta-${plainDateInWib(services.clock().getTime())}.xlsx`,
  });
}
