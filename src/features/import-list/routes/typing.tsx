import { data, redirect } from 'react-router';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { addPaperPage } from '../commands/paper-pages.server.ts';
import { removeTypedRow, saveTypedRow } from '../commands/save-typed-row.server.ts';
import { cancelImport } from '../commands/steer-import.server.ts';
import { chooseTypedColumns, finishTyping, takeOverTyping } from '../commands/steer-typing.server.ts';
import { importPermissions } from '../permissions.ts';
import { typingPage } from '../queries/typing-page.server.ts';
import { TypingScreen } from '../screens/typing-screen.tsx';
import type { TypingReply } from '../screens/typing-values.ts';
import type { Route } from './+types/typing';
import { chosenFile } from './chosen-file.ts';
import { readTypedRow } from './typed-row-form.ts';

const permission = importPermissions['list.bring_in'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { importId } = args.params;
  const page = valueOrThrow(
    await read(services, actor, permission, (context) => typingPage(context, importId)),
  );
  if (page === null) throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  if (page === 'ended') throw redirect(`/daftar/${importId}`);
  return { page };
}

/** Rows come here from browsers without scripts; with scripts they go to `/ketik/baris` and the page stays. */
export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { importId } = args.params;
  const form = await args.request.formData();
  const { intent = 'row', ...typed } = typedValues(form);
  const here = `/daftar/${importId}/ketik`;
  const declined = (refusal: Refusal) => data<TypingReply>({ intent, typed, refusal }, { status: 422 });
  const answer = (outcome: Outcome<unknown>, to: string) =>
    outcome.ok ? redirect(to, 303) : declined(outcome.refusal);
  switch (intent) {
    case 'row':
      return answer(
        await execute(services, actor, saveTypedRow, readTypedRow(importId, typed)),
        `${here}#baris-baru`,
      );
    case 'remove':
      return answer(
        await execute(services, actor, removeTypedRow, readTypedRow(importId, typed)),
        `${here}#baris-baru`,
      );
    case 'columns': {
      const fields = form.getAll('fields').map(String);
      return answer(await execute(services, actor, chooseTypedColumns, { importId, fields }), here);
    }
    case 'page': {
      const file = chosenFile(form);
      if (!file) return declined({ code: 'invalid_input', fields: [{ path: 'file', code: 'blank' }] });
      return answer(await addPaperPage(services, actor, { importId, file }), here);
    }
    case 'take_over':
      return answer(await execute(services, actor, takeOverTyping, { importId }), here);
    case 'finish':
      return answer(await execute(services, actor, finishTyping, { importId }), `/daftar/${importId}`);
    case 'cancel':
      return answer(await execute(services, actor, cancelImport, { importId }), `/daftar/${importId}`);
    default:
      return declined({ code: 'invalid_input' });
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function TypingPageRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <TypingScreen key={loaderData.page.importId} {...loaderData} reply={actionData} />;
}
