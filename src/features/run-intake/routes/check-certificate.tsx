import { data, redirect } from 'react-router';
import { appContext } from '#platform/http/app-context.server.ts';
import { checkCertificate } from '../queries/certificates-page.server.ts';
import { readVerifyCode } from '../rules/certificate.ts';
import { CheckCertificateScreen } from '../screens/check-certificate-screen.tsx';
import type { Route } from './+types/check-certificate';

export const handle = { script: false };

/** For anybody: no account, no script. The form leads to the address that the QR code holds. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const typed = url.searchParams.get('kode');
  if (typed) throw redirect(`/sertifikat/${encodeURIComponent(readVerifyCode(typed) || '-')}`);
  const { code } = params as { code?: string };
  if (code === undefined) return { code: '', answer: null, refusal: null };
  const { services, clientAddress } = context.get(appContext);
  const checked = await checkCertificate(services, clientAddress, code);
  if (checked.ok) return { code, answer: checked.value, refusal: null };
  return data({ code, answer: null, refusal: checked.refusal }, { status: 429 });
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export default function CheckCertificatePage({ loaderData }: Route.ComponentProps) {
  return <CheckCertificateScreen {...loaderData} />;
}
