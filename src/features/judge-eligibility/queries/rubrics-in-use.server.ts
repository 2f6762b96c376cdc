import type { Trx } from '#platform/db/connect.server.ts';
import { listRubrics } from '../assessment-store.server.ts';
import { builtInRubrics, type Rubric } from '../rules/rubric.ts';

/** Rubrics to judge by now: the house's own, and the office's newest versions; the later version of one counts. */
export async function rubricsInUse(trx: Trx, office: string): Promise<Rubric[]> {
  const inUse = new Map(builtInRubrics.map((rubric) => [rubric.rubricId, rubric]));
  for (const rubric of await listRubrics(trx, office)) {
    const known = inUse.get(rubric.rubricId);
    if (!known || rubric.version > known.version) inUse.set(rubric.rubricId, rubric);
  }
  return [...inUse.values()];
}
