import { redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { takeLinks } from '../commands/make-links.server.ts';
import { outcomePermissions } from '../permissions.ts';
import { linkSheet } from '../queries/link-sheet.server.ts';
import type { Route } from './+types/link-download';

const permission = outcomePermissions['outcome.ask'];

/** Links by which anybody may answer: a deed, so by a form. */
export async function action(args: Route.ActionArgs) {
  const { services, actor, locale } = await requirePermission(args, permission);
  const { intakeId } = args.params;
  const form = await args.request.formData();
  const taken = await execute(services, actor, takeLinks, { intakeId, months: form.get('months') });
  if (!taken.ok) {
    // Everybody has answered meanwhile: the page says so.
    if (taken.refusal.code === 'wrong_state') return redirect(`/pembinaan/angkatan/${intakeId}/kabar`, 303);
    return valueOrThrow(taken);
  }
  const site = services.env.GAWANGAN_URL ?? args.url.origin;
  const sheet = await read(services, actor, permission, (context) =>
    linkSheet(context, taken.value, { site, locale }),
  );
  return streamResponse(valueOrThrow(sheet), {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'tautan-kabar.xlsx',
  });
}
