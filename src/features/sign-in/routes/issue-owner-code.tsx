import { data } from 'react-router';
import { execute } from '#platform/command.server.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { issueOwnerCode } from '../commands/owner-codes.server.ts';
import { permissions } from '../permissions.ts';
import { IssueCodeScreen } from '../screens/issue-code-screen.tsx';
import type { Route } from './+types/issue-owner-code';

export async function loader(args: Route.LoaderArgs) {
  const { services } = await requirePermission(args, permissions['owner.issue_code']);
  const base = services.env.GAWANGAN_URL ?? args.url.origin;
  return { signInAddress: new URL('/masuk/pemilik', base).href };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permissions['owner.issue_code']);
  const answer = await execute(services, actor, issueOwnerCode, { ownerId: args.params.ownerId });
  return answer.ok
    ? data({ issued: answer.value, refusal: null })
    : data({ issued: null, refusal: answer.refusal }, { status: 422 });
}

export default function IssueOwnerCode({ loaderData, actionData }: Route.ComponentProps) {
  return <IssueCodeScreen {...loaderData} {...actionData} />;
}
