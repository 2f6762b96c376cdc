import { data, redirect } from 'react-router';
import { redirectWithCookies } from '#platform/auth/redirect-with-cookies.server.ts';
import { appContext, safeReturnPath } from '#platform/http/app-context.server.ts';
import { visitorOf } from '../commands/open-session.server.ts';
import { signIn } from '../commands/sign-in.server.ts';
import { demoSignIns } from '../queries/demo-sign-ins.server.ts';
import { SignInScreen } from '../screens/sign-in-screen.tsx';
import type { Route } from './+types/sign-in';

export const handle = { script: false };

export async function loader({ context, url }: Route.LoaderArgs) {
  const { services, locale, signedIn } = context.get(appContext);
  const returnTo = safeReturnPath(url.searchParams.get('lanjut'));
  const session = await signedIn();
  if (session) throw redirect(session.locked ? `/terkunci?lanjut=${encodeURIComponent(returnTo)}` : returnTo);
  return { returnTo, demo: await demoSignIns(services, locale) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, clientAddress } = context.get(appContext);
  const form = await request.formData();
  const typed = { name: String(form.get('name') ?? ''), password: String(form.get('password') ?? '') };
  const returnTo = safeReturnPath(String(form.get('lanjut') ?? '/'));
  const answer = await signIn(services, visitorOf(request, clientAddress), typed);
  if (!answer.ok) {
    return data(
      { name: typed.name, fault: answer.refusal },
      { status: answer.refusal.code === 'wait' ? 429 : 422 },
    );
  }
  const { next, setCookies } = answer.value;
  const to = next === 'second_factor' ? `/masuk/kode?lanjut=${encodeURIComponent(returnTo)}` : returnTo;
  throw redirectWithCookies(to, setCookies);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return <SignInScreen {...loaderData} {...actionData} />;
}
