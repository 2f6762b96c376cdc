import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { applicantsPage } from '../queries/applicants.server.ts';
import { applicantFilters } from '../rules/applicants-view.ts';
import { ApplicantsScreen } from '../screens/applicants-screen.tsx';
import type { Route } from './+types/applicants';

const view = applicationPermissions['application.view'];

const wholeNumber = (text: string | null) => (text && /^\d{1,6}$/.test(text) ? Number(text) : null);

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, view);
  const { searchParams } = args.url;
  const filter = applicantFilters.find((one) => one === searchParams.get('keadaan')) ?? null;
  const from = wholeNumber(searchParams.get('setelah') ?? searchParams.get('sebelum')) ?? 0;
  const page = await read(services, actor, view, (context) =>
    applicantsPage(context, args.params.intakeId, { filter, from }, locale),
  );
  const added = wholeNumber(searchParams.get('ditambah'));
  return {
    ...foundOr404(valueOrThrow(page)),
    filter,
    added: added === null ? null : { added, before: wholeNumber(searchParams.get('lama')) ?? 0 },
    mayTake: may(actor, applicationPermissions['application.take']),
    mayInvite: may(actor, applicationPermissions['application.invite']),
    mayExport: may(actor, applicationPermissions['application.export']),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ApplicantsRoute({ loaderData }: Route.ComponentProps) {
  return <ApplicantsScreen {...loaderData} />;
}
