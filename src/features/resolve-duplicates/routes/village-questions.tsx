import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { answerQuestion } from '../commands/answer-question.server.ts';
import { pairPermissions } from '../permissions.ts';
import { villageQuestions } from '../queries/village-questions.server.ts';
import { VillageQuestionsScreen } from '../screens/village-questions-screen.tsx';
import type { Route } from './+types/village-questions';

export async function loader(args: Route.LoaderArgs) {
  const view = pairPermissions['pair.view'];
  const { services, actor } = await requirePermission(args, view);
  return {
    questions: valueOrThrow(await read(services, actor, view, (context) => villageQuestions(context))),
    mayDecide: may(actor, pairPermissions['pair.decide']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, pairPermissions['pair.decide']);
  const { questionId, answer } = typedValues(await args.request.formData());
  const outcome = await execute(services, actor, answerQuestion, { questionId, answer });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect('/kembar/tanya', 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function VillageQuestionsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <VillageQuestionsScreen {...loaderData} refusal={actionData?.refusal} />;
}
