import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import { exposureSentence, listSupports, type Support } from '../../record-support/index.server.ts';
import { canonicalIds, listWithOwners, registerPermissions } from '../../register-enterprise/index.server.ts';
import { withoutPersonal } from '../rules/personal-tags.ts';
import {
  filterOf,
  type ResultFilter,
  type ResultLine,
  type ResultsView,
  resultFilters,
} from '../rules/result-view.ts';
import { findRun, listResults, type ResultRow } from '../selection-store.server.ts';
import { intakesOf } from './selection-facts.server.ts';
import { selectionInReach } from './selection-page.server.ts';

const PAGE = 50;

/** The result name by name, a page at a time; null before the official run. */
export async function resultList(
  context: QueryContext,
  selectionId: string,
  asked: { intakeId: string | null; filter: string | null; page: number },
  locale: Locale,
): Promise<ResultsView | null> {
  const { trx, officeCode } = context;
  const selection = await selectionInReach(context, selectionId);
  const run = selection && (await findRun(trx, officeCode, selectionId, 'official'));
  if (!selection || !run) return null;
  const intakes = await intakesOf(context, selectionId);
  const shown = intakes.find(({ intakeId }) => intakeId === asked.intakeId) ?? intakes[0]!;
  const filter = resultFilters.find((one) => one === asked.filter) ?? 'all';
  const results = (await listResults(trx, officeCode, run.runId)).filter(
    ({ intakeId }) => intakeId === shown.intakeId,
  );
  const counts = Object.fromEntries(
    resultFilters.map((one) => [one, results.filter((row) => passes(row, one)).length]),
  ) as Record<ResultFilter, number>;
  const pages = Math.max(1, Math.ceil(counts[filter] / PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = results.filter((row) => passes(row, filter)).slice((page - 1) * PAGE, page * PAGE);
  const programme = await findProgramme(trx, officeCode, shown.programmeId);
  return {
    selectionId,
    name: selection.name,
    programmeId: shown.programmeId,
    programme: programme?.name ?? '',
    plan: selection.plan,
    ranAt: run.ranAt,
    ranBy: run.ranBy,
    intakes: intakes.map(({ intakeId, name }) => ({ intakeId, name })),
    intakeId: shown.intakeId,
    ...{ filter, counts, page, pages },
    rows: await linesOf(context, rows, { since: selection.plan.servedSince, ranAt: run.ranAt }, locale),
  };
}

const passes = ({ reason }: ResultRow, filter: ResultFilter): boolean =>
  filter === 'all' || filterOf(reason) === filter;

async function linesOf(
  { trx, officeCode, actor }: QueryContext,
  rows: readonly ResultRow[],
  { since, ranAt }: { since: number; ranAt: Date },
  locale: Locale,
): Promise<ResultLine[]> {
  const standsFor = await canonicalIds(
    trx,
    officeCode,
    rows.map(({ enterpriseId }) => enterpriseId),
  );
  const ids = [...new Set(standsFor.values())];
  const known = new Map(
    (await listWithOwners(trx, officeCode, { enterpriseIds: ids })).map((one) => [one.enterpriseId, one]),
  );
  const supports = await listSupports(trx, officeCode, ids);
  const day = plainDateInWib(ranAt.getTime());
  const seesPersonal = may(actor, registerPermissions['enterprise.reveal']);
  return rows.map(({ enterpriseId, applicationId, reason }) => {
    const id = standsFor.get(enterpriseId) ?? enterpriseId;
    // What came after the decision, this training first of all, had no part in it.
    const received: readonly Support[] = (supports.get(id) ?? []).filter(({ startedOn }) => startedOn <= day);
    return {
      enterpriseId: id,
      applicationId,
      name: known.get(id)?.name ?? '',
      village: known.get(id)?.villageName ?? null,
      exposure: exposureSentence(received, since, locale),
      absences: received
        .filter(({ outcome }) => outcome === 'absent')
        .map(({ title, startedOn }) => ({ title, on: startedOn })),
      reason: seesPersonal ? reason : withoutPersonal(reason),
    };
  });
}
