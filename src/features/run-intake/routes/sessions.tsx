import { toString as qrCode } from 'qrcode';
import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import {
  foundOr404,
  requirePermission,
  requireSignedIn,
  valueOrThrow,
} from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { addSession, cancelSession, changeSession, fillDays } from '../commands/keep-sessions.server.ts';
import { openCases } from '../commands/open-cases.server.ts';
import { makeTrainerLink, revokeTrainerLink } from '../commands/trainer-links.server.ts';
import { runPermissions } from '../permissions.ts';
import { sessionsPage } from '../queries/sessions-page.server.ts';
import { SessionsScreen } from '../screens/sessions-screen.tsx';
import type { Route } from './+types/sessions';

const view = runPermissions['intake.view_run'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => sessionsPage(context, args.params.intakeId));
  const given = args.url.searchParams;
  const count = (name: string) => (given.has(name) ? Number(given.get(name)) || 0 : null);
  return {
    page: foundOr404(valueOrThrow(found)),
    mayRun: may(actor, runPermissions['intake.run']),
    mayAttend: may(actor, runPermissions['intake.attend']),
    edited: given.get('ubah'),
    saved: given.has('tersimpan') ? { filled: count('hari'), opened: count('kasus') } : null,
  };
}

export async function action(args: Route.ActionArgs) {
  // Each command asks for its own permission.
  const { services, actor } = await requireSignedIn(args);
  const { intakeId } = args.params;
  const typed = typedValues(await args.request.formData());
  const { intent = '' } = typed;
  const given = { ...typed, intakeId };
  if (intent === 'link') {
    const made = await execute(services, actor, makeTrainerLink, given);
    if (!made.ok) return refuse(intent, typed, made.refusal);
    const { code, trainer, validTo } = made.value;
    // Behind the `#`, which browsers send to nobody.
    const url = `${services.env.GAWANGAN_URL ?? args.url.origin}/hadir/#${code}`;
    const qr = await qrCode(url, { type: 'svg', margin: 1 });
    return data({ linkOnce: { trainer, url, qr, validTo } }, { headers: { 'Cache-Control': 'no-store' } });
  }
  const outcome: Outcome<unknown> =
    intent === 'fill'
      ? await execute(services, actor, fillDays, given)
      : intent === 'add'
        ? await execute(services, actor, addSession, given)
        : intent === 'cancel' || intent === 'restore'
          ? await execute(services, actor, cancelSession, {
              ...given,
              cancelled: String(intent === 'cancel'),
            })
          : intent === 'revoke'
            ? await execute(services, actor, revokeTrainerLink, given)
            : intent === 'cases'
              ? await execute(services, actor, openCases, given)
              : await execute(services, actor, changeSession, given);
  if (!outcome.ok) return refuse(intent, typed, outcome.refusal);
  const { added, opened } = (outcome.value ?? {}) as { added?: number; opened?: number };
  const said = added !== undefined ? `&hari=${added}` : opened !== undefined ? `&kasus=${opened}` : '';
  return redirect(`/pembinaan/angkatan/${intakeId}/jadwal?tersimpan=1${said}`, 303);
}

const refuse = (intent: string, typed: Record<string, string>, refusal: Refusal) =>
  data({ reply: { intent, typed, refusal } }, { status: 422 });

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function SessionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const linkOnce = actionData && 'linkOnce' in actionData ? actionData.linkOnce : undefined;
  const reply = actionData && 'reply' in actionData ? actionData.reply : undefined;
  return <SessionsScreen {...loaderData} linkOnce={linkOnce} reply={reply} />;
}
