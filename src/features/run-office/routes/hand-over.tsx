import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { messagesFor } from '#kernel/language.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { handOver } from '../commands/hand-over.server.ts';
import { handOverMessages } from '../messages/hand-over-messages.ts';
import { permissions } from '../permissions.ts';
import { handOvers } from '../queries/choices.server.ts';
import { countOpenWork, listPeople } from '../queries/list-people.server.ts';
import { HandOverScreen } from '../screens/hand-over-screen.tsx';
import type { Route } from './+types/hand-over';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permissions['work.hand_over']);
  const params = args.url.searchParams;
  const everyone = valueOrThrow(await listPeople(services, actor));
  const brief = ({ userId, name }: { userId: string; name: string }) => ({ userId, name });
  const from = everyone.find((one) => one.userId === params.get('dari')) ?? null;
  const t = messagesFor(handOverMessages, locale);
  const kinds = from ? valueOrThrow(await countOpenWork(services, actor, from.userId)) : [];
  const labels = new Map(kinds.map(({ kind, label }) => [kind, label[locale]]));
  return {
    people: everyone.map(brief),
    successors: everyone.filter((one) => !one.closed && one.roles.some((role) => !role.ended)).map(brief),
    from: from && brief(from),
    work: kinds.filter((one) => one.count > 0),
    handOverId: newId(),
    mayGiveRoles: may(actor, permissions['people.manage']),
    past: valueOrThrow(await handOvers(services, actor)).map(({ moved, ...rest }) => ({
      ...rest,
      moved: Object.entries(moved as Record<string, number>)
        .map(([kind, count]) => `${count} ${kind === 'role' ? t.roles : (labels.get(kind) ?? kind)}`)
        .join(', '),
    })),
    finished: params.has('selesai'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permissions['work.hand_over']);
  const form = Object.fromEntries(await args.request.formData());
  const outcome = await execute(services, actor, handOver, { ...form, withRoles: form.withRoles === '1' });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  throw redirect('/orang/serah-terima?selesai=1');
}

export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  return <HandOverScreen {...loaderData} refusal={actionData?.refusal} />;
}
