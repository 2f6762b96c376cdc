import { plainDateInWib } from '#kernel/calendar.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportCoverage } from '../commands/export-coverage.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { coverageSheet } from '../queries/coverage-sheet.server.ts';
import { coveragePdf } from '../screens/coverage-document.server.tsx';
import type { Route } from './+types/coverage-download';

/** The day's coverage as a sheet or on paper: numbers only, no names of people. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor, session, locale } = await requirePermission(
    args,
    reviewPermissions['review.export'],
  );
  const isPdf = args.url.pathname.endsWith('.pdf');
  const view = valueOrThrow(
    await execute(services, actor, exportCoverage, {
      roundId: args.params.roundId,
      as: isPdf ? 'pdf' : 'xlsx',
    }),
  );
  const name = `cakupan-${plainDateInWib(view.asOf)}`;
  if (!isPdf)
    return streamResponse(coverageSheet(view, locale), {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `${name}.xlsx`,
    });
  const pdf = await coveragePdf(view, session.office.name, locale);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
