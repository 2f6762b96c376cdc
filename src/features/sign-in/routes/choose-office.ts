import { redirect } from 'react-router';
import { requireSignedIn, valueOrThrow } from '#platform/http/app-context.server.ts';
import { chooseOffice } from '../commands/choose-office.server.ts';
import type { Route } from './+types/choose-office';

/** POST /kantor: works on in another of one's offices. */
export async function action(args: Route.ActionArgs) {
  const { services, session } = await requireSignedIn(args);
  const form = await args.request.formData();
  valueOrThrow(await chooseOffice(services, session, String(form.get('kantor') ?? '')));
  throw redirect('/');
}

export const loader = () => redirect('/');
