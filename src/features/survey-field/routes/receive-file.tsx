import { data } from 'react-router';
import { invalid } from '#kernel/refusal.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { receiveFile } from '../commands/receive-file.server.ts';
import { fieldPermissions } from '../permissions.ts';
import { isKnownPhone } from '../queries/known-phone.server.ts';
import { type FileReply, ReceiveFileScreen } from '../screens/receive-file-screen.tsx';
import type { Route } from './+types/receive-file';

const permission = fieldPermissions['field.receive'];

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, permission);
  return null;
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const file = (await args.request.formData()).get('file');
  if (!(file instanceof File) || file.size === 0) {
    const { refusal } = invalid([{ path: 'file', code: 'blank' }]);
    return data<FileReply>({ refusal }, { status: 422 });
  }
  const outcome = await receiveFile(services, actor, file);
  if (!outcome.ok) return data<FileReply>({ refusal: outcome.refusal }, { status: 422 });
  const known = await read(services, actor, permission, (context) =>
    isKnownPhone(context, outcome.value.phoneId),
  );
  return data<FileReply>({ received: { ...outcome.value, isKnownPhone: valueOrThrow(known) } });
}

export default function ReceiveFile({ actionData }: Route.ComponentProps) {
  return <ReceiveFileScreen {...actionData} />;
}
