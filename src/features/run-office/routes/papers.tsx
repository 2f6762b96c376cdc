import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { addSignatory, changeSignatory, endSignatory } from '../commands/keep-signatories.server.ts';
import { setLetterhead } from '../commands/set-letterhead.server.ts';
import { permissions } from '../permissions.ts';
import { papersPage } from '../queries/papers-page.server.ts';
import { PapersScreen } from '../screens/papers-screen.tsx';
import type { Route } from './+types/papers';

const view = permissions['papers.view'];
const manage = permissions['papers.manage'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  return {
    ...valueOrThrow(await read(services, actor, view, papersPage)),
    mayManage: may(actor, manage),
    newSignatoryId: newId(),
    editing: args.url.searchParams.get('ubah'),
    adding: args.url.searchParams.has('tambah'),
    saved: args.url.searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, manage);
  const form = await args.request.formData();
  const logo = form.get('logo');
  form.delete('logo');
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const { intent = '', ...given } = typed;
  const outcome =
    intent === 'add'
      ? await execute(services, actor, addSignatory, given)
      : intent === 'change'
        ? await execute(services, actor, changeSignatory, given)
        : intent === 'end'
          ? await execute(services, actor, endSignatory, given)
          : await setLetterhead(services, actor, {
              ...given,
              keepLogo: given.keepLogo === '1',
              logo: logo instanceof File && logo.size > 0 ? logo : null,
            });
  if (outcome.ok) throw redirect('/surat?tersimpan=1', 303);
  return data({ typed, refusal: outcome.refusal }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function Papers({ loaderData, actionData }: Route.ComponentProps) {
  return <PapersScreen {...loaderData} typed={actionData?.typed} refusal={actionData?.refusal} />;
}
