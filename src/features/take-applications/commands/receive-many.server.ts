import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { listRecordsBehind, listStandingIds } from '../../register-enterprise/index.server.ts';
import {
  type ApplicationVia,
  insertApplications,
  listStored,
  type StoredApplication,
} from '../application-store.server.ts';
import { applicationWindow } from '../rules/application-window.ts';
import { windowDetails } from '../rules/why-not.ts';

export type Receiving = {
  intakeId: string;
  via: ApplicationVia;
  /** In the order of arrival; an `applicationId` of one's own makes a repeated request harmless. */
  enterprises: readonly { enterpriseId: string; applicationId?: string | undefined }[];
  proposedBy?: string | undefined;
  note?: string | undefined;
};

/** One of those asked for: `isNew` false where an earlier application of the same enterprise stands. */
export type Received = { enterpriseId: string; applicationId: string; isNew: boolean };

/**
 * Receives applications for an intake: the one place where they come in, whatever the way. The intake is held meanwhile, so
 * that the order of arrival is true and nobody slips in behind a closing. Who may apply for whom is the caller's to check.
 * Missing papers never block. An enterprise that has applied already, by whichever of its records, is answered with its
 * earlier application, even after the deadline.
 * Refused, and then nothing is written: `not_found` (intake or an enterprise), `wrong_state` with what rules/why-not reads
 * (not open now), `duplicate` (the id belongs to another application).
 */
export async function receiveMany(
  context: CommandContext,
  { intakeId, via, enterprises, proposedBy, note }: Receiving,
): Promise<Outcome<Received[]>> {
  const { trx, officeCode, now } = context;
  const intake = await findIntake(trx, officeCode, intakeId, true);
  if (!intake) return refused('not_found');
  const asked = enterprises.map(({ enterpriseId }) => enterpriseId);
  const standing = await listStandingIds(trx, officeCode, asked);
  const behind = await listRecordsBehind(trx, officeCode, asked);
  if (asked.some((id) => !standing.has(id))) return refused('not_found');

  const ownIds = enterprises.flatMap(({ applicationId }) => applicationId ?? []);
  const sentBefore = ownIds.length > 0 ? await listStored(trx, officeCode, { applicationIds: ownIds }) : [];
  const answers = new Map<string, string>();
  for (const row of await listStored(trx, officeCode, { intakeId })) {
    const enterprise = behind.get(row.enterpriseId);
    if (row.status === 'received' && enterprise && !answers.has(enterprise))
      answers.set(enterprise, row.applicationId);
  }
  const received: Received[] = [];
  const fresh: Received[] = [];
  for (const { enterpriseId, applicationId } of enterprises) {
    const enterprise = standing.get(enterpriseId) ?? enterpriseId;
    const same = sentBefore.find((row) => row.applicationId === applicationId);
    if (same && !isSame(same, intakeId, enterprise, behind)) return refused('duplicate');
    const earlier = same?.applicationId ?? answers.get(enterprise);
    const one = {
      enterpriseId,
      applicationId: earlier ?? applicationId ?? context.newId(),
      isNew: earlier === undefined,
    };
    received.push(one);
    if (!one.isNew) continue;
    fresh.push(one);
    answers.set(enterprise, one.applicationId);
  }
  if (fresh.length === 0) return done(received);

  const window = applicationWindow(intake, now.getTime());
  if (window.state !== 'open') return refused('wrong_state', { details: windowDetails(window) });
  await insertApplications(
    trx,
    officeCode,
    fresh.map(({ applicationId, enterpriseId }) => ({
      applicationId,
      intakeId,
      enterpriseId,
      via,
      proposedBy: proposedBy ?? null,
      note: note ?? null,
      status: 'received',
      receivedAt: now,
      receivedBy: context.actor.name,
    })),
  );
  await leaveTrace(context, intakeId, via, fresh);
  return done(received);
}

const isSame = (
  row: StoredApplication,
  intakeId: string,
  enterprise: string,
  behind: ReadonlyMap<string, string>,
) => row.intakeId === intakeId && behind.get(row.enterpriseId) === enterprise;

async function leaveTrace(
  context: CommandContext,
  intakeId: string,
  via: ApplicationVia,
  fresh: readonly Received[],
): Promise<void> {
  const [first] = fresh;
  if (first && fresh.length === 1)
    return context.audit({
      action: 'application.received',
      subject: { kind: 'enterprise', id: first.enterpriseId },
      details: { intakeId, applicationId: first.applicationId, via },
    });
  return context.audit({
    action: 'application.received_many',
    subject: { kind: 'intake', id: intakeId },
    details: { applications: fresh.length, via, enterpriseIds: fresh.map((one) => one.enterpriseId) },
  });
}
