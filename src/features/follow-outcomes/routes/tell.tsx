import { data, redirect } from 'react-router';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { appContext } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { answerByLink, confirmByLink, disputeByLink } from '../commands/answer-by-link.server.ts';
import { holderOf, tellPage } from '../queries/tell-page.server.ts';
import { TellScreen } from '../screens/tell-screen.tsx';
import type { Route } from './+types/tell';

export const handle = { script: false, systemFont: true };

/** For whoever holds the link: no account, no script. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { services, clientAddress } = context.get(appContext);
  const found = await tellPage(services, clientAddress, params.code);
  const asked = url.searchParams;
  const after = asked.has('terima')
    ? ('thanks' as const)
    : asked.has('betulkan')
      ? ('disputed' as const)
      : null;
  const common = { after, newAnswerId: newId() };
  if (found.ok) return { view: found.value, refusal: null, ...common };
  const status = found.refusal.code === 'rate_limited' ? 429 : 404;
  return data({ view: null, refusal: found.refusal, ...common }, { status });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { services, clientAddress } = context.get(appContext);
  const { code } = params;
  const holder = await holderOf(services, clientAddress, code);
  // The page says what is wrong with the link.
  if (!holder.ok) return redirect(`/kabar/${encodeURIComponent(code)}`, 303);
  const { actor } = holder.value;
  const form = await request.formData();
  const intent = form.get('intent');
  const given = { ...readForm(form), code };
  const outcome =
    intent === 'confirm'
      ? await execute(services, actor, confirmByLink, given)
      : intent === 'dispute'
        ? await execute(services, actor, disputeByLink, given)
        : await execute(services, actor, answerByLink, { answers: {}, ...given });
  if (outcome.ok) return redirect(`?${intent === 'dispute' ? 'betulkan' : 'terima'}=1`, 303);
  const { refusal } = outcome;
  // What was noted changed meanwhile, or the time is over: the page as it is now says so.
  if (refusal.code !== 'invalid_input') return redirect('?', 303);
  return data({ refusal, typed: typedValues(form) }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export default function TellPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <TellScreen
      {...loaderData}
      refusal={actionData?.refusal ?? loaderData.refusal}
      typed={actionData?.typed}
    />
  );
}
