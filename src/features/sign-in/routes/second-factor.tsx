import { data } from 'react-router';
import { redirectWithCookies } from '#platform/auth/redirect-with-cookies.server.ts';
import { appContext, safeReturnPath } from '#platform/http/app-context.server.ts';
import { visitorOf } from '../commands/open-session.server.ts';
import { verifySecondFactor } from '../commands/verify-second-factor.server.ts';
import { SecondFactorScreen } from '../screens/second-factor-screen.tsx';
import type { Route } from './+types/second-factor';

export const handle = { script: false };

export async function action({ context, request, url }: Route.ActionArgs) {
  const { services, clientAddress } = context.get(appContext);
  const form = await request.formData();
  const answer = await verifySecondFactor(services, visitorOf(request, clientAddress), {
    code: String(form.get('code') ?? ''),
  });
  if (!answer.ok)
    return data({ fault: answer.refusal }, { status: answer.refusal.code === 'wait' ? 429 : 422 });
  throw redirectWithCookies(safeReturnPath(url.searchParams.get('lanjut')), answer.value.setCookies);
}

export default function SecondFactor({ actionData }: Route.ComponentProps) {
  return <SecondFactorScreen fault={actionData?.fault} />;
}
