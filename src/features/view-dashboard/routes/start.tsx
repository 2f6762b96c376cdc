import { redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { read } from '#platform/command.server.ts';
import { requireSignedIn, valueOrThrow } from '#platform/http/app-context.server.ts';
import { importPermissions } from '../../import-list/index.server.ts';
import { registerPermissions } from '../../register-enterprise/index.server.ts';
import { reviewPermissions, runningRounds } from '../../review-census/index.server.ts';
import { startMessages } from '../messages/start-messages.ts';
import { startPage } from '../queries/start-page.server.ts';
import { StartScreen } from '../screens/start-screen.tsx';
import type { Route } from './+types/start';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, session, locale } = await requireSignedIn(args);
  // Owners have a place of their own; the staff's start page is of no use to them.
  if (actor.grants.every((grant) => grant.role === 'owner')) throw redirect('/saya');
  // Whoever comes from a partner sees its intakes and nothing of the register.
  if (actor.grants.every((grant) => grant.role === 'partner')) throw redirect('/pembinaan');
  const view = registerPermissions['enterprise.view'];
  const page = may(actor, view) ? valueOrThrow(await read(services, actor, view, startPage)) : null;
  const review = reviewPermissions['review.view'];
  const rounds = may(actor, review) ? valueOrThrow(await read(services, actor, review, runningRounds)) : [];
  const mayViewLists = may(actor, importPermissions['list.view']);
  return {
    title: messagesFor(startMessages, locale).title,
    name: session.name,
    officeName: session.office.name,
    today: plainDateInWib(services.clock().getTime()),
    tasks: (page?.tasks ?? []).map((task) => (mayViewLists ? task : { ...task, to: null })),
    overview: page?.overview ?? null,
    rounds,
    mayRegister: may(actor, registerPermissions['enterprise.register']),
    mayBringIn: may(actor, importPermissions['list.bring_in']),
  };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ''} · Gawangan` }];

export default function StartPage({ loaderData }: Route.ComponentProps) {
  return <StartScreen {...loaderData} />;
}
