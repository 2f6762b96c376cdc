import type { ReactNode } from 'react';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { appContext } from '#platform/http/app-context.server.ts';
import type { Route } from './+types/root';
import { PlainPage } from './layouts/plain-page.tsx';
import { readAppearance } from './layouts/read-appearance.ts';
import { rootMessages } from './layouts/root-messages.ts';
import { ErrorPage } from './ui/error-page.tsx';
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/public.css';

/** What a route may ask of the document around it. */
export type PageHandle = {
  /** False: no script at all is shipped with this page. */
  script?: false;
  /** True: always light, as all pages outside the staff's are. */
  light?: true;
  /** True: the device's own font, where every kilobyte counts. */
  systemFont?: true;
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale, nonce, signedIn } = context.get(appContext);
  const found = await signedIn();
  const session = found && {
    name: found.name,
    officeName: found.office.name,
    officeShortName: found.office.shortName,
    isDemo: found.office.isDemo,
    idleLockMinutes: found.office.idleLockMinutes,
    locked: found.locked,
    roles: [...new Set(found.actor.grants.map((grant) => grant.role))],
  };
  return { locale, nonce, appearance: readAppearance(request), session };
}

export type RootData = Awaited<ReturnType<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  const locale = data?.locale ?? 'id';
  const light = !data?.session || handles.some((handle) => handle?.light);
  return (
    <html
      lang={locale}
      data-font={handles.some((handle) => handle?.systemFont) ? 'system' : undefined}
      data-mantine-color-scheme={light ? 'light' : data.appearance}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#27346b" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <a href="#isi" className="skip">
          {messagesFor(rootMessages, locale).skip}
        </a>
        {children}
        {handles.every((handle) => handle?.script !== false) && (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PlainPage>
      <ErrorPage error={error} />
    </PlainPage>
  );
}
