import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { Outlet, useRouteLoaderData } from 'react-router';
import { requireSignedIn } from '#platform/http/app-context.server.ts';
import type { RootData } from '../root.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { theme, tokensAsMantineVariables } from '../ui/theme.ts';
import type { Route } from './+types/staff';
import { pathsFor } from './navigation.ts';
import { StaffShell } from './staff-shell.tsx';
import '../ui/mantine.css';
import '../ui/staff.css';

export async function loader(args: Route.LoaderArgs) {
  const { actor } = await requireSignedIn(args);
  return { paths: pathsFor(actor.grants.map((grant) => grant.role)) };
}

/** Everything behind signing in. */
export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Frame paths={loaderData.paths}>
      <Outlet />
    </Frame>
  );
}

/** An error of a page inside keeps the navigation around it. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  return (
    <Frame paths={loaderData?.paths ?? []}>
      <ErrorPage error={error} />
    </Frame>
  );
}

function Frame({ paths, children }: { paths: readonly string[]; children: React.ReactNode }) {
  const root = useRouteLoaderData<RootData>('root');
  // The document keeps the nonce it came with; later answers carry others, which its policy would not accept.
  const [nonce] = useState(root?.nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokensAsMantineVariables}
      forceColorScheme={root?.appearance ?? 'light'}
      getStyleNonce={() => nonce ?? ''}
    >
      {root?.session ? (
        <StaffShell session={root.session} appearance={root.appearance} paths={paths}>
          {children}
        </StaffShell>
      ) : (
        children
      )}
    </MantineProvider>
  );
}
