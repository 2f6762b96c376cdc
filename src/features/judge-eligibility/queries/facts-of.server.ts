import type { Trx } from '#platform/db/connect.server.ts';
import { listSupports } from '../../record-support/index.server.ts';
import {
  type FactsOfEnterprise,
  listFacts,
  listRecordsBehind,
} from '../../register-enterprise/index.server.ts';
import { type AssessmentRow, listAssessments } from '../assessment-store.server.ts';
import type { Facts, Grade } from '../rules/conditions.ts';
import { newestFigures } from '../rules/newest-figures.ts';

/**
 * What these enterprises are known by, over all records that are one, in the order of their ids; those that do not stand
 * for themselves are left out. Meant for a page of some thousand at a time.
 */
export async function factsOf(trx: Trx, office: string, enterpriseIds: readonly string[]): Promise<Facts[]> {
  const known = await listFacts(trx, office, enterpriseIds);
  const ids = known.map(({ enterpriseId }) => enterpriseId);
  const supports = await listSupports(trx, office, ids);
  const assessments = await assessmentsOf(trx, office, ids);
  return known.map((row) =>
    factsFrom(row, supports.get(row.enterpriseId), assessments.get(row.enterpriseId)),
  );
}

/** Assessments that stand, of all records that are one, by the one that stands for them; newest first. */
export async function assessmentsOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, AssessmentRow[]>> {
  const standsFor = await listRecordsBehind(trx, office, enterpriseIds);
  const rows = await listAssessments(trx, office, [...standsFor.keys()]);
  return Map.groupBy(rows, ({ enterpriseId }) => standsFor.get(enterpriseId) ?? enterpriseId);
}

type Supports = Awaited<ReturnType<typeof listSupports>> extends Map<string, infer List> ? List : never;

function factsFrom(
  row: FactsOfEnterprise,
  supports: Supports | undefined,
  assessments: readonly AssessmentRow[] | undefined,
): Facts {
  const { nibAnswer, kbliVersion, kbliCode, ownerSex, ownerDisability } = row;
  return {
    enterpriseId: row.enterpriseId,
    nib: nibAnswer === 'known' || nibAnswer === 'none_yet' ? nibAnswer : 'unknown',
    operation: row.operation,
    verifiedOn: row.verifiedOn,
    scale: row.scale,
    sector: row.sector,
    kbli: kbliVersion !== null && kbliCode !== null ? { version: kbliVersion, code: kbliCode } : null,
    villageCode: row.villageCode,
    startedOn: row.startedOn,
    ownerSex: ownerSex as Facts['ownerSex'],
    ownerDisability: ownerDisability as Facts['ownerDisability'],
    ownerBirthDate: row.ownerBirthDate,
    evidences: row.evidences.map((one) => ({ ...one, grade: one.grade as Grade })),
    groups: row.groups,
    figures: newestFigures(row.figures),
    premises: row.premises,
    supports: supports ?? [],
    // A rubric's later version does not undo what was judged by an earlier one; the newest judgement counts.
    assessments: assessments
      ? [...new Map(assessments.toReversed().map((one) => [one.rubricId, one])).values()]
      : [],
  };
}
