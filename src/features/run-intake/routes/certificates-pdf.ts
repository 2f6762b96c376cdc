import { toDataURL } from 'qrcode';
import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { runPermissions } from '../permissions.ts';
import { certificatesToPrint } from '../queries/certificates-page.server.ts';
import { certificatesPdf } from '../screens/certificate-document.server.tsx';
import type { Route } from './+types/certificates-pdf';

/** Certificates that hold, all of an intake or one of them (`?satu=`). */
export async function loader(args: Route.LoaderArgs) {
  const view = runPermissions['papers.view'];
  const { services, actor } = await requirePermission(args, view);
  const one = args.url.searchParams.get('satu');
  if (one !== null) foundOr404(isId(one) ? true : null);
  const found = await read(services, actor, view, (context) =>
    certificatesToPrint(context, { intakeId: args.params.intakeId, certificateId: one }),
  );
  const certificates = foundOr404(valueOrThrow(found));
  foundOr404(certificates[0]);
  const site = new URL(services.env.GAWANGAN_URL ?? args.url.origin);
  const toPrint = await Promise.all(
    certificates.map(async (certificate) => ({
      ...certificate,
      checkAddress: `${site.host}/sertifikat`,
      qr: await toDataURL(`${site.origin}/sertifikat/${certificate.verifyCode}`, { margin: 1, width: 264 }),
    })),
  );
  return new Response(new Uint8Array(await certificatesPdf(toPrint)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="sertifikat.pdf"',
      'Cache-Control': 'private, no-store',
    },
  });
}
