import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { type Verdict, verdictRules } from '../../plan-census/index.server.ts';
import { listRevisions, type RecordForLists, sectors } from '../../register-enterprise/index.server.ts';
import {
  type Choices,
  type Findings,
  type RegisterNow,
  registerFindings,
} from '../rules/register-findings.ts';
import type { OpenedSubmission } from './open-submission.server.ts';

/** What approving would change of the register, as it stands. */
export async function findFindings(
  context: CommandContext | QueryContext,
  opened: OpenedSubmission,
  record: RecordForLists,
  choices: Choices = {},
): Promise<Findings & { revision: number }> {
  const { submission, form, answers, preloaded, visitedOn } = opened;
  const revisions = await listRevisions(context.trx, context.officeCode, [record.enterpriseId]);
  const revision = revisions.get(record.enterpriseId) ?? 0;
  // What a phone found itself was put on the register as it was found. Where a phone did not say, nothing is held
  // against it: the visit is what is newest.
  const known = submission.baseRevision ?? (submission.rowId === null ? 1 : revision);
  const { latitude, longitude } = submission;
  const verdict = submission.verdict as Verdict | null;
  const findings = registerFindings(
    {
      form,
      answers,
      preloaded,
      verdict,
      verifies: verdict !== null && verdictRules[verdict].verifies,
      visitedOn,
      position: latitude === null || longitude === null ? null : { latitude, longitude },
      isRegisterUnchanged: known === revision,
      sectors,
    },
    registerNow(context, record),
    choices,
  );
  return { ...findings, revision };
}

function registerNow(
  { vault }: CommandContext | QueryContext,
  { enterprise, owner, place, products, figures }: RecordForLists,
): RegisterNow {
  const { phoneIndexes = [], nikIndex = null } = owner ?? {};
  return {
    values: { ...enterprise, ...owner, ...place } as RegisterNow['values'],
    hasOwner: owner !== null,
    nikAnswer: owner?.nikAnswer ?? 'unknown',
    nibAnswer: enterprise.nibAnswer,
    isNik: (nik) => nikIndex?.equals(vault.blindIndex('nik', nik)) ?? null,
    hasPhone: (number) => {
      const index = vault.blindIndex('phone', number);
      return phoneIndexes.some((known) => known.equals(index));
    },
    products,
    figures,
    standing: enterprise.standing,
    verifiedOn: enterprise.verifiedOn,
    operation: enterprise.operation,
    latitude: place.latitude,
    longitude: place.longitude,
  };
}
