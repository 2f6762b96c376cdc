import { redirect } from 'react-router';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { makeReceipt } from '../commands/make-receipt.server.ts';
import { fieldPermissions } from '../permissions.ts';
import type { Route } from './+types/file-receipt';

const permission = fieldPermissions['field.receive'];

/** Nothing to see: receipts are asked for by a form. */
export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, permission);
  return redirect('/pendataan/terima-berkas');
}

/** The receipt to be sent back to the phone, as a file. */
export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const form = await args.request.formData();
  const receipt = valueOrThrow(
    await execute(services, actor, makeReceipt, {
      phoneId: form.get('phoneId'),
      ids: String(form.get('ids') ?? '')
        .split(' ')
        .filter(Boolean),
    }),
  );
  return new Response(JSON.stringify(receipt), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename="tanda-terima.gawangan"',
      'Cache-Control': 'private, no-store',
    },
  });
}
