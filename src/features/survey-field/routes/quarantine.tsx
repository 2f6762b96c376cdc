import { data } from 'react-router';
import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { decideWaiting } from '../commands/decide-delivery.server.ts';
import { fieldPermissions } from '../permissions.ts';
import { quarantine } from '../queries/quarantine.server.ts';
import { noteOf, QuarantineScreen } from '../screens/quarantine-screen.tsx';
import type { Route } from './+types/quarantine';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, fieldPermissions['field.view']);
  const found = valueOrThrow(await read(services, actor, fieldPermissions['field.view'], quarantine));
  return { ...found, mayDecide: may(actor, fieldPermissions['field.receive']) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, fieldPermissions['field.receive']);
  const form = await args.request.formData();
  const given = (name: string) => String(form.get(name) ?? '');
  const decision = given('decision') === 'release' ? 'release' : 'set_aside';
  const envelopeId = given('envelopeId');
  const outcome = await decideWaiting(services, actor, {
    envelopeId,
    decision,
    note: given(noteOf(envelopeId)),
  });
  if (outcome.ok) return data({ done: decision } as const);
  return data({ refusal: outcome.refusal, refusedId: envelopeId }, { status: 422 });
}

export default function Quarantine({ loaderData, actionData }: Route.ComponentProps) {
  return <QuarantineScreen {...loaderData} {...actionData} />;
}
