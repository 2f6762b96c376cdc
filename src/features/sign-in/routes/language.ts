import { redirect } from 'react-router';
import { locales } from '#kernel/language.ts';
import { safeReturnPath } from '#platform/http/app-context.server.ts';
import type { Route } from './+types/language';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** POST /bahasa: `bahasa` is `id` or `en`, `lanjut` the page to return to. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const wanted = locales.find((locale) => locale === form.get('bahasa')) ?? 'id';
  const cookie = `bahasa=${wanted}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax; HttpOnly`;
  throw redirect(safeReturnPath(String(form.get('lanjut') ?? '/')), { headers: { 'Set-Cookie': cookie } });
}

export const loader = () => redirect('/');
