import { createContext, type RouterContextProvider, redirect } from 'react-router';
import type { Actor, Permission } from '#kernel/actor.ts';
import { may } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { SignedIn } from '../auth/session.server.ts';
import type { Services } from '../services.server.ts';

/** What every loader and action is handed. */
export type AppContext = {
  services: Services;
  nonce: string;
  locale: Locale;
  /** Address of the other end of the connection, for rate limits. */
  clientAddress: string;
  /** The person signed in, read once per request; null when nobody is. */
  signedIn: () => Promise<SignedIn | null>;
};

export const appContext = createContext<AppContext>();

/** `url` is the address as people see it; the request's own may carry React Router's `.data`. */
type Here = { context: Readonly<RouterContextProvider>; request: Request; url: URL };

/** Address to come back to after signing in: only paths of our own. */
export function safeReturnPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/';
}

/**
 * The person signed in and free to work. Otherwise throws the redirect to where they must go first: signing in,
 * unlocking, changing a first password, or setting up the second factor.
 */
export async function requireSignedIn({
  context,
  url,
}: Here): Promise<AppContext & { session: SignedIn; actor: Actor }> {
  const app = context.get(appContext);
  const session = await app.signedIn();
  const back = `?lanjut=${encodeURIComponent(url.pathname + url.search)}`;
  if (!session) throw redirect(`/masuk${back}`);
  if (session.locked) throw redirect(`/terkunci${back}`);
  if (session.mustChangePassword && url.pathname !== '/akun/sandi') throw redirect('/akun/sandi');
  const isAdmin = session.actor.grants.some((grant) => grant.role === 'data_officer');
  if (isAdmin && !session.office.isDemo && !session.twoFactorEnabled && !url.pathname.startsWith('/akun')) {
    throw redirect('/akun/pengaman');
  }
  return { ...app, session, actor: session.actor };
}

/** As requireSignedIn, and the person may do this; otherwise a 403 page. */
export async function requirePermission(
  here: Here,
  permission: Permission,
): ReturnType<typeof requireSignedIn> {
  const app = await requireSignedIn(here);
  if (!may(app.actor, permission)) throw refusalResponse('forbidden');
  return app;
}

const statusOf: Partial<Record<string, number>> = {
  forbidden: 403,
  wrong_office: 404,
  not_found: 404,
  rate_limited: 429,
};

function refusalResponse(code: string): Response {
  return Response.json({ refusal: { code } }, { status: statusOf[code] ?? 400 });
}

/** The value of a read; a refusal becomes the page for it (403, 404 …). */
export function valueOrThrow<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw refusalResponse(outcome.refusal.code);
}

/** Throws the 404 page: for what does not exist, is another office's, or lies out of the person's reach. */
export function notFound(): never {
  throw refusalResponse('not_found');
}

/** What a query found; null becomes the 404 page. */
export function foundOr404<Value>(value: Value | null | undefined): Value {
  return value ?? notFound();
}
