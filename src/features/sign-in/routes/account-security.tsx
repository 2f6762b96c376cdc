import { toString as qrToString } from 'qrcode';
import { data } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { redirectWithCookies } from '#platform/auth/redirect-with-cookies.server.ts';
import { requireSignedIn } from '#platform/http/app-context.server.ts';
import { visitorOf } from '../commands/open-session.server.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  mustKeepSecondFactor,
  renewRecoveryCodes,
} from '../commands/second-factor.server.ts';
import { accountMessages } from '../messages/account-messages.ts';
import type { SecondFactorFault } from '../rules/sign-in-fault.ts';
import { SecurityScreen, type SetUp } from '../screens/security-screen.tsx';
import type { Route } from './+types/account-security';

export async function loader(args: Route.LoaderArgs) {
  const { services, session, locale } = await requireSignedIn(args);
  const day = formatDate(plainDateInWib(services.clock().getTime()), locale);
  return {
    enabled: session.twoFactorEnabled,
    required: mustKeepSecondFactor(session),
    sheetLine: messagesFor(accountMessages, locale).codesFor({ name: session.name, day }),
  };
}

async function setUpFrom(totpUri: string): Promise<SetUp | null> {
  if (!totpUri.startsWith('otpauth://totp/') || totpUri.length > 500) return null;
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  return {
    totpUri,
    qrSvg: await qrToString(totpUri, { type: 'svg', margin: 2 }),
    secret: (secret.match(/.{1,4}/g) ?? []).join(' '),
  };
}

type Answer = { fault?: SecondFactorFault; setUp?: SetUp | null; recoveryCodes?: string[] };
const declined = (fault: SecondFactorFault, more: Answer = {}) =>
  data<Answer>({ fault, ...more }, { status: fault.code === 'wait' ? 429 : 422 });

export async function action(args: Route.ActionArgs) {
  const { services, session, clientAddress } = await requireSignedIn(args);
  const visitor = visitorOf(args.request, clientAddress);
  const form = await args.request.formData();
  const intent = String(form.get('intent'));
  const password = String(form.get(`password-${intent}`) ?? '');
  /** The field of an empty password is the one of its form. */
  const placed = (fault: SecondFactorFault): SecondFactorFault =>
    fault.code === 'blank' && fault.field === 'password'
      ? { code: 'blank', field: `password-${intent}` }
      : fault;

  if (intent === 'confirm') {
    const answer = await confirmSecondFactor(services, visitor, session, String(form.get('code') ?? ''));
    // The secret stays on screen: the person's own form brings it along.
    if (!answer.ok)
      return declined(answer.refusal, { setUp: await setUpFrom(String(form.get('totpUri') ?? '')) });
    const headers = new Headers();
    for (const cookie of answer.value.setCookies) headers.append('Set-Cookie', cookie);
    return data<Answer>({ recoveryCodes: answer.value.recoveryCodes }, { headers });
  }
  if (intent === 'renew') {
    const answer = await renewRecoveryCodes(services, visitor, session, password);
    return answer.ok
      ? data<Answer>({ recoveryCodes: answer.value.recoveryCodes })
      : declined(placed(answer.refusal));
  }
  if (intent === 'end') {
    const answer = await endSecondFactor(services, visitor, session, password);
    if (!answer.ok) return declined(placed(answer.refusal));
    throw redirectWithCookies('/akun/pengaman', answer.value.setCookies);
  }
  const answer = await beginSecondFactor(services, visitor, session, password);
  return answer.ok
    ? data<Answer>({ setUp: await setUpFrom(answer.value.totpUri) })
    : declined(placed(answer.refusal));
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  return <SecurityScreen {...loaderData} {...actionData} />;
}
