import { data } from 'react-router';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { markPassedOn, type RevealedMessage, revealMessage } from '../commands/outbox.server.ts';
import { permissions } from '../permissions.ts';
import { outboxList } from '../queries/outbox-list.server.ts';
import { OutboxScreen } from '../screens/outbox-screen.tsx';
import type { Route } from './+types/outbox';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permissions['outbox.view']);
  const params = args.url.searchParams;
  return valueOrThrow(
    await outboxList(services, actor, { status: params.get('status'), before: params.get('setelah') }),
  );
}

type Answer = { revealed?: RevealedMessage & { messageId: string }; noted?: boolean };

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permissions['outbox.reveal']);
  const form = await args.request.formData();
  const messageId = String(form.get('messageId') ?? '');
  if (form.get('intent') === 'pass_on') {
    const outcome = await execute(services, actor, markPassedOn, { messageId });
    return outcome.ok ? data<Answer>({ noted: true }) : data({ refusal: outcome.refusal }, { status: 422 });
  }
  const outcome = await execute(services, actor, revealMessage, {
    messageId,
    reason: String(form.get('reason') ?? ''),
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return data<Answer>({ revealed: { messageId, ...outcome.value } });
}

export default function Outbox({ loaderData, actionData }: Route.ComponentProps) {
  return <OutboxScreen {...loaderData} {...actionData} />;
}
