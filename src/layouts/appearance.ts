import { redirect } from 'react-router';
import { safeReturnPath } from '#platform/http/app-context.server.ts';
import type { Route } from './+types/appearance';
import { appearanceCookie } from './read-appearance.ts';

/** POST /tampilan with `tampilan` (`light` or `dark`) and `lanjut`: chooses light or dark on this device. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const appearance = form.get('tampilan') === 'dark' ? 'dark' : 'light';
  return redirect(safeReturnPath(String(form.get('lanjut') ?? '')), {
    headers: { 'Set-Cookie': appearanceCookie(appearance) },
  });
}

export function loader() {
  return redirect('/');
}
