import { redirect } from 'react-router';
import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { findApplication } from '../../take-applications/index.server.ts';
import { selectionPermissions } from '../permissions.ts';
import type { Route } from './+types/application-redirect';

const permission = selectionPermissions['seat.view'];

/** What the QR code of an application leads an officer's phone to. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { applicationId } = args.params;
  const found = await read(services, actor, permission, ({ trx, officeCode }) =>
    isId(applicationId) ? findApplication(trx, officeCode, applicationId) : Promise.resolve(null),
  );
  const { intakeId } = foundOr404(valueOrThrow(found));
  return redirect(`/pembinaan/angkatan/${intakeId}/pendaftar/${applicationId}`);
}
