import { redirect } from 'react-router';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { handOutInvitations } from '../commands/hand-out-invitations.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { invitationSheet } from '../queries/invitation-sheet.server.ts';
import type { Route } from './+types/invitations-sheet';
import { siteOf } from './site-of.ts';

/** Asked for by its address alone, there are no codes to show. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/pembinaan/angkatan/${params.intakeId}/pendaftar/undangan`);
}

/** Makes codes and answers them as a workbook. */
export async function action(args: Route.ActionArgs) {
  const { services, actor, locale } = await requirePermission(
    args,
    applicationPermissions['application.invite'],
  );
  const { intakeId } = args.params;
  const { enterpriseIds } = readForm(await args.request.formData());
  const site = siteOf(services, args.url);
  const { intake, made, expiresOn } = valueOrThrow(
    await handOutInvitations(services, actor, { intakeId, enterpriseIds }, site),
  );
  return streamResponse(invitationSheet(made, expiresOn, locale), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `undangan-${intake.code}.xlsx`,
  });
}
