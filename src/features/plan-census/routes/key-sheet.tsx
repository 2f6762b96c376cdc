import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { keySheet } from '../commands/key-sheet.server.ts';
import { censusPermissions } from '../permissions.ts';
import { sheetToKey } from '../queries/sheet-pages.server.ts';
import { sheetQuery } from '../rules/sheet-view.ts';
import { rtWords } from '../rules/visit-order.ts';
import { KeySheetScreen } from '../screens/key-sheet-screen.tsx';
import type { Route } from './+types/key-sheet';
import { readSheetPlace } from './read-sheet.ts';

const permission = censusPermissions['census.key_sheet'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const place = foundOr404(readSheetPlace(args.url.searchParams));
  const found = await read(services, actor, permission, (context) =>
    sheetToKey(context, args.params.roundId, place),
  );
  return { ...foundOr404(valueOrThrow(found)), saved: args.url.searchParams.has('tersimpan') };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { roundId } = args.params;
  const place = foundOr404(readSheetPlace(args.url.searchParams));
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const said = {
    informant: text('informant'),
    toldOn: text('toldOn'),
    isSigned: text('isSigned') === '1',
    note: text('note'),
  };
  const told = Object.fromEntries(form.getAll('rows').map((rowId) => [String(rowId), text(`told-${rowId}`)]));
  // Only what was changed here: somebody else may have keyed the other names since this page was opened.
  const answers = Object.entries(told)
    .filter(([rowId, answer]) => answer !== text(`was-${rowId}`))
    .map(([rowId, answer]) => ({ rowId, answer: answer || null }));
  const outcome = await execute(services, actor, keySheet, { roundId, place, answers, ...said });
  if (!outcome.ok) return data({ said, told, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pendataan/${roundId}/lembar/isi?${sheetQuery(place)}&tersimpan=1`, 303);
}

const wordOf = (answer: string | undefined) => rtWords.find((word) => word === answer);

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function KeySheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet } = loaderData;
  const lines = sheet.lines.map((line) => ({
    ...line,
    was: line.told,
    told: wordOf(actionData?.told[line.rowId]) ?? line.told,
  }));
  return (
    <KeySheetScreen
      key={`${sheet.villageCode}/${sheet.rw}/${sheet.rt}/${sheet.keyedAt}`}
      {...loaderData}
      sheet={{ ...sheet, ...actionData?.said, lines }}
      refusal={actionData?.refusal}
    />
  );
}
