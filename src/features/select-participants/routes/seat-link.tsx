import { data, redirect } from 'react-router';
import { systemActor } from '#kernel/actor.ts';
import { execute } from '#platform/command.server.ts';
import { appContext } from '#platform/http/app-context.server.ts';
import { hashOfSeatCode } from '../commands/answer-links.server.ts';
import { answerByLink } from '../commands/answer-seat.server.ts';
import { seatByLink } from '../queries/seat-by-link.server.ts';
import { SeatLinkScreen } from '../screens/seat-link-screen.tsx';
import type { Route } from './+types/seat-link';

export const handle = { script: false };

/** For whoever holds the link: no account, no script. Only the form answers; opening the link changes nothing. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, clientAddress } = context.get(appContext);
  const found = await seatByLink(services, clientAddress, params.code);
  if (!found.ok) return data({ seat: null, refusal: found.refusal }, { status: 429 });
  if (!found.value) return data({ seat: null, refusal: null }, { status: 404 });
  const { officeCode: _office, participantId: _participant, ...seat } = found.value;
  return data({ seat, refusal: null });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { services, clientAddress } = context.get(appContext);
  const found = await seatByLink(services, clientAddress, params.code);
  if (!found.ok) return data({ refusal: found.refusal }, { status: 429 });
  if (!found.value) return data({ refusal: null }, { status: 404 });
  const form = await request.formData();
  const outcome = await execute(services, systemActor(found.value.officeCode, 'Lewat tautan'), answerByLink, {
    codeHash: hashOfSeatCode(params.code).toString('hex'),
    answer: String(form.get('answer') ?? ''),
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/kursi/${encodeURIComponent(params.code)}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export default function SeatLinkPage({ loaderData, actionData }: Route.ComponentProps) {
  return <SeatLinkScreen seat={loaderData.seat} refusal={actionData?.refusal ?? loaderData.refusal} />;
}
