import { toDataURL } from 'qrcode';
import { appContext, foundOr404, valueOrThrow } from '#platform/http/app-context.server.ts';
import { posterFacts } from '../queries/public-intakes.server.ts';
import { posterPdf } from '../screens/poster-document.server.tsx';
import type { Route } from './+types/poster-pdf';
import { siteOf } from './site-of.ts';

/** A poster to print or to send to a group, in Indonesian: it hangs where owners pass. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { services, clientAddress } = context.get(appContext);
  const { officeCode, code } = params;
  const page = foundOr404(valueOrThrow(await posterFacts(services, clientAddress, params)));
  const link = `${siteOf(services, url)}/ikut/${officeCode}/${code}`;
  const qr = await toDataURL(link, { margin: 1, width: 640, color: { dark: '#27346b', light: '#ffffff' } });
  const pdf = await posterPdf({ ...page, qr, address: link.replace(/^https?:\/\//, '') });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="poster-${page.intake.code}.pdf"`,
      'Cache-Control': 'public, max-age=60',
    },
  });
}
