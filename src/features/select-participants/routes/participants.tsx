import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type Command, execute, read } from '#platform/command.server.ts';
import {
  foundOr404,
  requirePermission,
  requireSignedIn,
  valueOrThrow,
} from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { makeAnswerLinks } from '../commands/answer-links.server.ts';
import { answerSeat, leaveSeat, takeSeatBack } from '../commands/answer-seat.server.ts';
import { greetOffered } from '../commands/greet-offered.server.ts';
import { askLine, giveInstead, overrideSeat } from '../commands/override-seat.server.ts';
import { seatDirectly } from '../commands/seat-directly.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { findForSeat } from '../queries/find-for-seat.server.ts';
import { participantsPage, partnerParticipants } from '../queries/participants-page.server.ts';
import { AnswerLinksScreen } from '../screens/answer-links-screen.tsx';
import { ParticipantsScreen } from '../screens/participants-screen.tsx';
import { PartnerParticipantsScreen } from '../screens/partner-participants-screen.tsx';
import type { Route } from './+types/participants';

const view = selectionPermissions['seat.view'];
const partnerView = selectionPermissions['seat.view_partner'];
const keep = selectionPermissions['seat.keep'];

export async function loader(args: Route.LoaderArgs) {
  const { intakeId } = args.params;
  const { actor: person } = await requireSignedIn(args);
  if (!may(person, view)) {
    const { services, actor } = await requirePermission(args, partnerView);
    const found = await read(services, actor, partnerView, (context) =>
      partnerParticipants(context, intakeId),
    );
    return { partner: foundOr404(valueOrThrow(found)), staff: null };
  }
  const { services, actor } = await requirePermission(args, view);
  const params = args.url.searchParams;
  const text = (params.get('cari') ?? '').trim().slice(0, 200);
  const page = await read(services, actor, view, async (context) => ({
    view: foundOr404(await participantsPage(context, intakeId)),
    search: { text, found: await findForSeat(context, text) },
  }));
  const movedUp = params.get('naik');
  return {
    partner: null,
    staff: {
      ...valueOrThrow(page),
      mayKeep: may(actor, keep),
      mayOverride: may(actor, selectionPermissions['selection.override']),
      mayGreet: may(actor, keep),
      newId: newId(),
      said: {
        saved: params.has('tersimpan'),
        movedUp: movedUp && /^\d{1,4}$/.test(movedUp) ? Number(movedUp) : null,
        late: params.has('terlambat'),
      },
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: each command parses its own input and answers its own value.
type AnyCommand = Command<any, any>;

/** What the forms of this page ask for → the command. */
const deeds: Readonly<Record<string, AnyCommand>> = {
  answer: answerSeat,
  leave: leaveSeat,
  take_back: takeSeatBack,
  direct: seatDirectly,
  override: overrideSeat,
  instead: giveInstead,
  ask_line: askLine,
  greet: greetOffered,
};

export async function action(args: Route.ActionArgs) {
  const { intakeId } = args.params;
  const { services, actor } = await requirePermission(args, keep);
  const form = await args.request.formData();
  const given = { ...readForm(form), intakeId };
  const intent = String(form.get('intent') ?? '');
  const here = `/pembinaan/angkatan/${intakeId}/peserta`;
  const refusedWith = (refusal: Refusal) =>
    data({ refusal, typed: typedValues(form), links: null }, { status: 422 });
  if (intent === 'links') {
    const made = await execute(services, actor, makeAnswerLinks, given);
    if (!made.ok) return refusedWith(made.refusal);
    const site = new URL(services.env.GAWANGAN_URL ?? args.url.origin).origin;
    const links = made.value.links.map(({ path, ...link }) => ({ ...link, url: `${site}${path}` }));
    return data({ refusal: undefined, typed: undefined, links: { ...made.value, links } });
  }
  const outcome = await execute(services, actor, deeds[intent] ?? answerSeat, given);
  if (!outcome.ok) return refusedWith(outcome.refusal);
  if (intent === 'greet') return redirect(`/sapa/${outcome.value.outreachId}`, 303);
  if (outcome.value.late) return redirect(`${here}?terlambat`, 303);
  return redirect(`${here}?tersimpan${intent === 'ask_line' ? `&naik=${outcome.value.movedUp}` : ''}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ParticipantsRoute({ loaderData, actionData, params }: Route.ComponentProps) {
  if (actionData?.links) return <AnswerLinksScreen intakeId={params.intakeId} {...actionData.links} />;
  if (loaderData.partner) return <PartnerParticipantsScreen view={loaderData.partner} />;
  return <ParticipantsScreen {...loaderData.staff} refusal={actionData?.refusal} typed={actionData?.typed} />;
}
