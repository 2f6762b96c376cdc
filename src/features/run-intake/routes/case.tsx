import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { dropFile, type KeptFile, keepFile } from '../../register-enterprise/index.server.ts';
import { finishCase } from '../commands/finish-case.server.ts';
import { addStep, resumeCase, saveStep, stopCase } from '../commands/work-case.server.ts';
import { runPermissions } from '../permissions.ts';
import { casePage } from '../queries/case-pages.server.ts';
import { CaseScreen } from '../screens/case-screen.tsx';
import type { Route } from './+types/case';

const view = runPermissions['case.view'];
const deeds = {
  step: saveStep,
  'add-step': addStep,
  finish: finishCase,
  stop: stopCase,
  resume: resumeCase,
} as const;

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => casePage(context, args.params.caseId));
  return {
    page: foundOr404(valueOrThrow(found)),
    mayRun: may(actor, runPermissions['case.run']),
    saved: args.url.searchParams.has('tersimpan'),
    edited: Number(args.url.searchParams.get('langkah')) || null,
  };
}

export async function action(args: Route.ActionArgs) {
  const run = runPermissions['case.run'];
  const { services, actor } = await requirePermission(args, run);
  const { caseId } = args.params;
  const found = await read(services, actor, run, (context) => casePage(context, caseId));
  const page = foundOr404(valueOrThrow(found));
  const form = await args.request.formData();
  const file = form.get('file');
  const typed = typedValues(form);
  const { intent = '' } = typed;
  const { fileId: _none, ...given } = Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== ''),
  );
  const refuse = (refusal: Extract<Outcome<unknown>, { ok: false }>['refusal']) =>
    data({ reply: { intent, typed, refusal } }, { status: 422 });
  let kept: KeptFile | null = null;
  if (file instanceof File && file.size > 0) {
    const stored = await keepFile(services, actor, { enterpriseId: page.enterprise.enterpriseId, file });
    if (!stored.ok) return refuse(stored.refusal);
    kept = stored.value;
  }
  const deed = deeds[intent as keyof typeof deeds] ?? saveStep;
  const input = { ...given, caseId, ...(kept ? { fileId: kept.fileId } : {}) };
  const outcome: Outcome<unknown> = await execute(services, actor, deed as typeof saveStep, input);
  if (outcome.ok) return redirect(`/pembinaan/kasus/${caseId}?tersimpan=1`, 303);
  if (kept) await dropFile(services, actor, kept);
  return refuse(outcome.refusal);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function CasePage({ loaderData, actionData }: Route.ComponentProps) {
  return <CaseScreen {...loaderData} reply={actionData?.reply} />;
}
