import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { invalid } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { issueCertificates, revokeCertificate } from '../commands/issue-certificates.server.ts';
import { closeIntakeLedger } from '../commands/write-ledger.server.ts';
import { runPermissions } from '../permissions.ts';
import { certificatesPage } from '../queries/certificates-page.server.ts';
import { usualShare } from '../rules/certificate.ts';
import { CertificatesScreen } from '../screens/certificates-screen.tsx';
import type { Route } from './+types/certificates';

const view = runPermissions['papers.view'];

/** A share in percent as the address has it; the usual one where it is none. */
function percentOf(params: URLSearchParams): number {
  const typed = params.get('batas');
  const percent = Math.round(Number(typed));
  return typed !== null && percent >= 0 && percent <= 100 ? percent : usualShare;
}

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const params = args.url.searchParams;
  const of = { intakeId: args.params.intakeId, percent: percentOf(params) };
  const found = await read(services, actor, view, (context) => certificatesPage(context, of));
  const number = (name: string) => (params.has(name) ? Number(params.get(name)) || 0 : null);
  return {
    page: foundOr404(valueOrThrow(found)),
    mayIssue: may(actor, runPermissions['certificate.issue']),
    said: {
      issued: number('terbit'),
      revoked: params.has('dicabut'),
      people: number('diperiksa'),
      written: number('baru'),
      updated: number('diperbarui'),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, runPermissions['certificate.issue']);
  const { intakeId } = args.params;
  const form = await args.request.formData();
  const typed = typedValues(form);
  const back = (query: string) => redirect(`/pembinaan/angkatan/${intakeId}/sertifikat?${query}`, 303);
  const { intent, percent } = typed;
  if (intent === 'ledger') {
    const closed = await execute(services, actor, closeIntakeLedger, { intakeId, percent });
    if (closed.ok) {
      const { people, written, updated } = closed.value;
      return back(`diperiksa=${people}&baru=${written}&diperbarui=${updated}&batas=${percent}`);
    }
    return data({ typed, ticked: null, refusal: closed.refusal }, { status: 422 });
  }
  if (intent === 'revoke') {
    const { certificateId, reason } = typed;
    const revoked = await execute(services, actor, revokeCertificate, { intakeId, certificateId, reason });
    if (revoked.ok) return back('dicabut=1');
    return data({ typed, ticked: null, refusal: revoked.refusal }, { status: 422 });
  }
  const ticked = form.getAll('participants').map(String);
  const reasons = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('reasons.') ? [[name.slice('reasons.'.length), value]] : [],
    ),
  );
  const { pattern, issuedOn, signatoryId } = typed;
  const outcome =
    ticked.length === 0
      ? invalid([{ path: 'participants', code: 'blank' }])
      : await execute(services, actor, issueCertificates, {
          intakeId,
          percent,
          pattern,
          issuedOn,
          signatoryId,
          participants: ticked,
          reasons,
        });
  if (outcome.ok) return back(`terbit=${outcome.value.issued}&batas=${percent}`);
  return data({ typed, ticked, refusal: outcome.refusal }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function CertificatesPage({ loaderData, actionData }: Route.ComponentProps) {
  return <CertificatesScreen {...loaderData} reply={actionData} />;
}
