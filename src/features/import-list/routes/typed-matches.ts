import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { registerPermissions } from '../../register-enterprise/index.server.ts';
import { typedMatches } from '../queries/typed-matches.server.ts';
import type { Route } from './+types/typed-matches';

/**
 * Who of the register may be the one being typed. Asked by POST although it changes nothing: a NIK has no place in an
 * address, which servers in between write down.
 */
export async function action(args: Route.ActionArgs) {
  const permission = registerPermissions['enterprise.view'];
  const { services, actor } = await requirePermission(args, permission);
  const { name = '', village = '', nik = '', phone = '' } = typedValues(await args.request.formData());
  const matches = valueOrThrow(
    await read(services, actor, permission, (context) =>
      typedMatches(context, { name, village, nik, phone }),
    ),
  );
  return Response.json({ matches }, { headers: { 'Cache-Control': 'private, no-store' } });
}
