import { data, redirect } from 'react-router';
import type { Actor } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { registerEnterprise } from '../commands/register-enterprise.server.ts';
import { registerPermissions } from '../permissions.ts';
import { ownerMatches, ownerSummary } from '../queries/owner-matches.server.ts';
import { villages } from '../queries/villages.server.ts';
import { type RegisterReply, RegisterScreen } from '../screens/register-screen.tsx';
import type { Route } from './+types/enterprise-register';
import {
  readEnterprise,
  readOwner,
  readPremises,
  readProducts,
  refusalOnScreen,
} from './read-record-form.ts';

const permission = registerPermissions['enterprise.register'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const name = args.url.searchParams.get('nama')?.slice(0, 200);
  return {
    villages: valueOrThrow(await read(services, actor, permission, villages)),
    start: name ? { 'enterprise.name': name } : ({} as Record<string, string>),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const form = await args.request.formData();
  const { intent = 'save', ...typed } = typedValues(form);
  const [verb, ownerId] = intent.split(':');
  const summary = async (id: string | undefined) =>
    id ? valueOrThrow(await read(services, actor, permission, (context) => ownerSummary(context, id))) : null;
  if (verb === 'match')
    return data({ typed, matches: await matchesFor(services, actor, typed) } satisfies RegisterReply);
  if (verb === 'use') return data({ typed, owner: await summary(ownerId) } satisfies RegisterReply);
  if (verb === 'other') return data({ typed } satisfies RegisterReply);

  const taken = verb === 'save-with' ? ownerId : typed.ownerId;
  const { products, rows } = readProducts(form);
  const outcome = await execute(services, actor, registerEnterprise, {
    ...(taken ? { ownerId: taken } : { owner: readOwner(form) }),
    enterprise: readEnterprise(form),
    premises: readPremises(form),
    products,
    sameNikIsSomeoneElse: verb === 'save-other' ? 'true' : 'false',
  });
  if (outcome.ok) {
    const { enterpriseId, warnings } = outcome.value;
    const more = warnings.length > 0 ? `&periksa=${warnings.join(',')}` : '';
    return redirect(`/usaha/${enterpriseId}?tersimpan=baru${more}`);
  }
  const reply: RegisterReply = {
    typed,
    refusal: refusalOnScreen(outcome.refusal, rows),
    ...(typed.ownerId ? { owner: await summary(typed.ownerId) } : {}),
  };
  const known = outcome.refusal.code === 'duplicate' ? outcome.refusal.details?.ownerId : undefined;
  if (known) reply.taken = { ownerId: String(known), owner: await summary(String(known)) };
  return data(reply, { status: 422 });
}

async function matchesFor(services: Parameters<typeof read>[0], actor: Actor, typed: Record<string, string>) {
  const wanted = {
    name: typed['owner.fullName'] ?? '',
    nik: typed['owner.nik.value'] ?? '',
    phone: typed['owner.phones.0.number'] ?? '',
  };
  return valueOrThrow(await read(services, actor, permission, (context) => ownerMatches(context, wanted)));
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function EnterpriseRegisterPage({ loaderData, actionData }: Route.ComponentProps) {
  return <RegisterScreen {...loaderData} reply={actionData} />;
}
