import { data } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { rotateOfficeKey } from '../commands/office-key.server.ts';
import { revokePhone } from '../commands/revoke-phone.server.ts';
import { fieldPermissions } from '../permissions.ts';
import { phonesPage } from '../queries/phone-list.server.ts';
import { PhonesScreen } from '../screens/phones-screen.tsx';
import type { Route } from './+types/phones';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, fieldPermissions['field.view']);
  const page = valueOrThrow(await read(services, actor, fieldPermissions['field.view'], phonesPage));
  return { ...page, mayManage: may(actor, fieldPermissions['field.receive']) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, fieldPermissions['field.receive']);
  const form = await args.request.formData();
  if (form.get('intent') === 'rotate') {
    const rotated = await execute(services, actor, rotateOfficeKey, {});
    return rotated.ok
      ? data({ done: 'rotated' } as const)
      : data({ refusal: rotated.refusal }, { status: 422 });
  }
  const outcome = await execute(services, actor, revokePhone, {
    phoneId: form.get('phoneId'),
    userId: form.get('userId') ?? undefined,
  });
  return outcome.ok
    ? data({ done: 'revoked' } as const)
    : data({ refusal: outcome.refusal }, { status: 422 });
}

export default function Phones({ loaderData, actionData }: Route.ComponentProps) {
  return <PhonesScreen {...loaderData} {...actionData} />;
}
