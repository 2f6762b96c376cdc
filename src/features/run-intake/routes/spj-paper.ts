import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { runPermissions } from '../permissions.ts';
import { activityPapers, paperFile, paperWish } from '../queries/activity-papers.server.ts';
import type { Route } from './+types/spj-paper';

/** `semua.pdf`, `semua.zip`, `undangan.docx` …: papers of an intake, made when they are asked for. */
export async function loader(args: Route.LoaderArgs) {
  const view = runPermissions['papers.view'];
  const { services, actor } = await requirePermission(args, view);
  const wish = foundOr404(paperWish(args.params.file));
  const found = await read(services, actor, view, (context) =>
    activityPapers(context, args.params.intakeId, wish.kind),
  );
  const { content, mediaType, name } = await paperFile(foundOr404(valueOrThrow(found)), wish);
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `${wish.as === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
