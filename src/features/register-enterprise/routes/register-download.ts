import { plainDateInWib } from '#kernel/calendar.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { streamResponse } from '#platform/http/stream-response.server.ts';
import { exportRegister } from '../commands/export-register.server.ts';
import { registerPermissions } from '../permissions.ts';
import { registerSheet } from '../queries/register-sheet.server.ts';
import { readRegisterAddress } from '../rules/register-address.ts';
import type { Route } from './+types/register-download';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

async function download(
  args: Route.LoaderArgs | Route.ActionArgs,
  reason: string | undefined,
): Promise<Response> {
  const { services, actor, session, locale } = await requirePermission(
    args,
    registerPermissions['enterprise.export'],
  );
  const url = new URL(args.request.url);
  const kind = url.pathname.endsWith('.csv') ? 'csv' : 'xlsx';
  const { text, filter } = readRegisterAddress(url.searchParams);
  const { enterpriseIds } = valueOrThrow(
    await execute(services, actor, exportRegister, { text, filter, reason }),
  );
  const sheet = registerSheet(
    { services, actor, enterpriseIds, locale, unmasked: reason !== undefined },
    kind,
  );
  const name = `data-umkm-${session.office.officeCode}-${plainDateInWib(services.clock().getTime())}.${kind}`;
  return streamResponse(sheet, { mediaType: mediaTypes[kind], name });
}

export const loader = (args: Route.LoaderArgs) => download(args, undefined);

/** With a reason: identifiers in the clear, and a line in the audit. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  return download(args, String(form.get('reason') ?? ''));
}
