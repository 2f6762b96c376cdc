import { Outlet } from 'react-router';
import type { PageHandle } from '../root.tsx';
import { PlainPage } from './plain-page.tsx';

export const handle: PageHandle = { light: true };

/** Signing in, owners, verification: light pages without Mantine. A child adds `handle = { script: false }` to ship no script. */
export default function PlainLayout() {
  return (
    <PlainPage>
      <Outlet />
    </PlainPage>
  );
}
