import { data, redirect } from 'react-router';
import { redirectWithCookies } from '#platform/auth/redirect-with-cookies.server.ts';
import { appContext, safeReturnPath } from '#platform/http/app-context.server.ts';
import { visitorOf } from '../commands/open-session.server.ts';
import { requestOwnerCode, signInOwner } from '../commands/owner-sign-in.server.ts';
import { OwnerSignInScreen } from '../screens/owner-sign-in-screen.tsx';
import type { Route } from './+types/owner-sign-in';

export const handle = { script: false };

/** Where an owner was going when asked who they are; their own page otherwise. */
function wayOn(url: URL): string {
  const path = safeReturnPath(url.searchParams.get('lanjut'));
  return path === '/' ? '/saya' : path;
}

export async function loader({ context, url }: Route.LoaderArgs) {
  if (await context.get(appContext).signedIn()) throw redirect(wayOn(url));
  return { search: url.search };
}

/** The number goes from step to step inside the form: it never stands in an address. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { services, clientAddress } = context.get(appContext);
  const visitor = visitorOf(request, clientAddress);
  const form = await request.formData();
  const [number, code] = [String(form.get('number') ?? ''), String(form.get('code') ?? '')];
  const intent = form.get('intent');
  if (intent === 'have_code') return data({ step: 'code' as const, number, sent: false, fault: null });
  if (intent === 'request') {
    const answer = await requestOwnerCode(services, visitor, number);
    if (answer.ok) return data({ step: 'code' as const, number, sent: true, fault: null });
    return data(
      { step: 'number' as const, number, sent: false, fault: answer.refusal },
      { status: answer.refusal.code === 'wait' ? 429 : 422 },
    );
  }
  const answer = await signInOwner(services, visitor, { number, code });
  if (answer.ok) throw redirectWithCookies(wayOn(url), answer.value.setCookies);
  return data(
    { step: 'code' as const, number, sent: false, fault: answer.refusal },
    { status: answer.refusal.code === 'wait' ? 429 : 422 },
  );
}

export default function OwnerSignIn({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnerSignInScreen {...(actionData ?? { step: 'number' })} search={loaderData.search} />;
}
