import { toDataURL } from 'qrcode';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { censusPermissions } from '../permissions.ts';
import { printedLetters } from '../queries/letters.server.ts';
import { cardsPdf } from '../screens/card-document.server.tsx';
import { lettersPdf } from '../screens/letter-document.server.tsx';
import type { Route } from './+types/letters-pdf';

/** Letters or name cards that hold, all of a round or those of one person (`?orang=`). */
export async function loader(args: Route.LoaderArgs) {
  const plan = censusPermissions['census.plan'];
  const { services, actor } = await requirePermission(args, plan);
  const person = args.url.searchParams.get('orang');
  const found = await read(services, actor, plan, (context) =>
    printedLetters(context, args.params.roundId, person),
  );
  const letters = foundOr404(valueOrThrow(found));
  foundOr404(letters[0]);
  const site = services.env.GAWANGAN_URL ?? args.url.origin;
  const toPrint = await Promise.all(
    letters.map(async (letter) => ({
      ...letter,
      checkAddress: `${new URL(site).host}/periksa-tugas`,
      qr: await toDataURL(`${new URL(site).origin}/periksa-tugas/${letter.checkCode}`, {
        margin: 1,
        width: 264,
      }),
    })),
  );
  const isCard = args.url.pathname.endsWith('/kartu.pdf');
  const pdf = isCard ? await cardsPdf(toPrint) : await lettersPdf(toPrint);
  const name = isCard ? 'kartu-nama' : 'surat-tugas';
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
