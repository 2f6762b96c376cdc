import { data } from 'react-router';
import { redirectWithCookies } from '#platform/auth/redirect-with-cookies.server.ts';
import { requireSignedIn } from '#platform/http/app-context.server.ts';
import { changePassword } from '../commands/change-password.server.ts';
import { visitorOf } from '../commands/open-session.server.ts';
import { PasswordScreen } from '../screens/password-screen.tsx';
import type { Route } from './+types/account-password';

export async function loader(args: Route.LoaderArgs) {
  const { session } = await requireSignedIn(args);
  return { must: session.mustChangePassword };
}

export async function action(args: Route.ActionArgs) {
  const { services, session, clientAddress } = await requireSignedIn(args);
  const form = Object.fromEntries(await args.request.formData());
  const answer = await changePassword(services, visitorOf(args.request, clientAddress), session, form);
  if (!answer.ok)
    return data({ fault: answer.refusal }, { status: answer.refusal.code === 'wait' ? 429 : 422 });
  throw redirectWithCookies(session.mustChangePassword ? '/' : '/akun', answer.value.setCookies);
}

export default function AccountPassword({ loaderData, actionData }: Route.ComponentProps) {
  return <PasswordScreen must={loaderData.must} fault={actionData?.fault} />;
}
