import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { runPermissions } from '../permissions.ts';
import { caseQueue } from '../queries/case-pages.server.ts';
import { caseKinds } from '../rules/case-templates.ts';
import { caseFilters } from '../rules/case-view.ts';
import { CasesScreen } from '../screens/cases-screen.tsx';
import type { Route } from './+types/cases';

const view = runPermissions['case.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const asked = args.url.searchParams;
  const show = caseFilters.find((one) => one === asked.get('tampil')) ?? 'open';
  const kind = caseKinds.find((one) => one === asked.get('jenis')) ?? null;
  const intakeId = asked.get('angkatan');
  const found = await read(services, actor, view, (context) => caseQueue(context, { show, kind, intakeId }));
  return { queue: valueOrThrow(found) };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function CasesPage({ loaderData }: Route.ComponentProps) {
  return <CasesScreen {...loaderData} />;
}
