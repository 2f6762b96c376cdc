import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { reachPermissions } from '../permissions.ts';
import { printedLetters } from '../queries/printed-letters.server.ts';
import { villageLettersPdf } from '../screens/village-letter-document.server.tsx';
import type { Route } from './+types/letters-pdf';

/** Letters of all kelurahan, or of one (`?kelurahan=`). */
export async function loader(args: Route.LoaderArgs) {
  const contact = reachPermissions['reach.contact'];
  const { services, actor } = await requirePermission(args, contact);
  const village = args.url.searchParams.get('kelurahan');
  const found = await read(services, actor, contact, (context) =>
    printedLetters(context, args.params.outreachId, village),
  );
  const letters = foundOr404(valueOrThrow(found));
  foundOr404(letters[0]);
  return new Response(new Uint8Array(await villageLettersPdf(letters)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="surat-kelurahan.pdf"',
      'Cache-Control': 'private, no-store',
    },
  });
}
