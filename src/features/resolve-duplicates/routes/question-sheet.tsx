import { plainDateInWib } from '#kernel/calendar.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { pairPermissions } from '../permissions.ts';
import { villageQuestions } from '../queries/village-questions.server.ts';
import { QuestionSheetScreen } from '../screens/question-sheet-screen.tsx';
import type { Route } from './+types/question-sheet';

export async function loader(args: Route.LoaderArgs) {
  const view = pairPermissions['pair.view'];
  const { services, actor, session } = await requirePermission(args, view);
  const village = args.url.searchParams.get('wilayah') ?? '';
  return {
    questions: valueOrThrow(
      await read(services, actor, view, (context) => villageQuestions(context, village)),
    ),
    officeName: session.office.name,
    today: plainDateInWib(services.clock().getTime()),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function QuestionSheetPage({ loaderData }: Route.ComponentProps) {
  return <QuestionSheetScreen {...loaderData} />;
}
