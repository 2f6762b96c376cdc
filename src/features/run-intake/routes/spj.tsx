import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { addIntakeFiles, removeIntakeFile, restoreIntakeFile } from '../commands/keep-intake-files.server.ts';
import { savePaperSettings } from '../commands/save-paper-settings.server.ts';
import { spjFileKinds } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { spjPage } from '../queries/spj-page.server.ts';
import { SpjScreen } from '../screens/spj-screen.tsx';
import type { Route } from './+types/spj';

const view = runPermissions['papers.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const params = args.url.searchParams;
  const found = await read(services, actor, view, (context) => spjPage(context, args.params.intakeId));
  const number = (name: string) => Number(params.get(name)) || 0;
  const removed = params.get('dikeluarkan');
  return {
    page: foundOr404(valueOrThrow(found)),
    mayRun: may(actor, runPermissions['intake.run']),
    kind: spjFileKinds.find((kind) => kind === params.get('jenis')) ?? null,
    said: {
      saved: params.has('tersimpan'),
      restored: params.has('dikembalikan'),
      removed,
      added: number('ditambah'),
      known: number('sudah-ada'),
      notKept: params.getAll('gagal').slice(0, 20),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, runPermissions['intake.run']);
  const { intakeId } = args.params;
  const form = await args.request.formData();
  const typed = typedValues(form);
  const { intent, ...given } = typed;
  const back = (query: string) => redirect(`/pembinaan/angkatan/${intakeId}/kelengkapan?${query}`, 303);
  if (intent === 'upload') {
    const files = form.getAll('files').filter((one) => one instanceof File && one.size > 0) as File[];
    const { kind = '', sessionId, caption } = given;
    const ofDay = kind === 'attendance_sheet' ? sessionId : undefined;
    const kept = await addIntakeFiles(services, actor, { intakeId, kind, sessionId: ofDay, caption }, files);
    const said = new URLSearchParams({
      jenis: kind,
      ditambah: String(kept.added),
      'sudah-ada': String(kept.known),
    });
    for (const { name } of kept.refused.slice(0, 20)) said.append('gagal', name.slice(0, 80));
    return back(said.toString());
  }
  if (intent === 'remove' || intent === 'restore') {
    const { fileId = '' } = given;
    const command = intent === 'remove' ? removeIntakeFile : restoreIntakeFile;
    const outcome = await execute(services, actor, command, { intakeId, fileId });
    if (!outcome.ok) return data({ typed: null, refusal: outcome.refusal }, { status: 422 });
    return back(intent === 'remove' ? `dikeluarkan=${encodeURIComponent(fileId)}` : 'dikembalikan=1');
  }
  const { revision, ...settings } = given;
  const outcome = await execute(services, actor, savePaperSettings, {
    intakeId,
    revision,
    settings: { ...settings, notNeeded: form.getAll('notNeeded') },
  });
  if (outcome.ok) return back('tersimpan=1');
  const { refusal } = outcome;
  const fields = refusal.fields?.map(({ path, code }) => ({ path: path.replace(/^settings\./, ''), code }));
  return data({ typed, refusal: { ...refusal, ...(fields ? { fields } : {}) } }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function SpjPage({ loaderData, actionData }: Route.ComponentProps) {
  return <SpjScreen {...loaderData} typed={actionData?.typed ?? undefined} refusal={actionData?.refusal} />;
}
