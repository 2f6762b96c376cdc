import { data, redirect } from 'react-router';
import { appContext } from '#platform/http/app-context.server.ts';
import { checkLetter } from '../queries/letters.server.ts';
import { readCheckCode } from '../rules/letters.ts';
import { CheckLetterScreen } from '../screens/check-letter-screen.tsx';
import type { Route } from './+types/check-letter';

export const handle = { script: false };

/** For anybody at the door: no account, no script. The form leads to the address that the QR code holds. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const typed = url.searchParams.get('kode');
  if (typed) throw redirect(`/periksa-tugas/${encodeURIComponent(readCheckCode(typed) || '-')}`);
  const { code } = params as { code?: string };
  if (code === undefined) return { code: '', answer: null, refusal: null };
  const { services, clientAddress } = context.get(appContext);
  const checked = await checkLetter(services, clientAddress, code);
  if (checked.ok) return { code, answer: checked.value, refusal: null };
  return data({ code, answer: null, refusal: checked.refusal }, { status: 429 });
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export default function CheckLetterPage({ loaderData }: Route.ComponentProps) {
  return <CheckLetterScreen {...loaderData} />;
}
