import type { QueryContext } from '#platform/command.server.ts';
import { canonicalIds, getOfficeName, listWithOwners } from '../../register-enterprise/index.server.ts';
import type { Told } from '../rules/result-sheets.ts';
import { officialRun } from './official-run.server.ts';
import { intakesOf } from './selection-facts.server.ts';
import { selectionInReach } from './selection-page.server.ts';

/** All that the workbook of a result tells; null before the official run. */
export async function resultSheet(
  context: QueryContext,
  selectionId: string,
): Promise<Omit<Told, 'withFile'> | null> {
  const { trx, officeCode } = context;
  const selection = await selectionInReach(context, selectionId);
  const run = selection && (await officialRun(trx, officeCode, selectionId));
  if (!selection || !run) return null;
  const standsFor = await canonicalIds(
    trx,
    officeCode,
    run.results.map(({ enterpriseId }) => enterpriseId),
  );
  const known = new Map(
    (await listWithOwners(trx, officeCode, { enterpriseIds: [...new Set(standsFor.values())] })).map(
      (one) => [one.enterpriseId, one],
    ),
  );
  const { name, plan, seedSource, lockedAt, lockedBy } = selection;
  return {
    ...{ name, plan, seedSource, lockedAt: lockedAt!, lockedBy: lockedBy ?? '' },
    office: await getOfficeName(trx, officeCode),
    seed: run.seed,
    ranAt: run.ranAt,
    ranBy: run.ranBy,
    file: run.file,
    intakes: (await intakesOf(context, selectionId)).map((one) => ({
      intakeId: one.intakeId,
      name: one.name,
    })),
    results: run.results.map((result) => {
      const enterprise = known.get(standsFor.get(result.enterpriseId) ?? result.enterpriseId);
      return { ...result, name: enterprise?.name ?? '', village: enterprise?.villageName ?? null };
    }),
  };
}
