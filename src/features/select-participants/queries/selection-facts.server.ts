import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { judgedFacts } from '../../judge-eligibility/index.server.ts';
import { findIntake, type IntakeRow, moneyForIntakes } from '../../plan-programme/index.server.ts';
import { listServedSince } from '../../record-support/index.server.ts';
import { canonicalIds, listWithOwners } from '../../register-enterprise/index.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import { holdsSeat, listParticipants } from '../participant-store.server.ts';
import type {
  Applicant,
  AppliedFor,
  IntakeFacts,
  KnownFacts,
  SelectionFacts,
} from '../rules/candidate-facts.ts';
import type { SelectionPlan } from '../rules/selection-plan.ts';
import { listIntakeIds } from '../selection-store.server.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'now'>;

/** Intakes of a selection, in the order of their ids. */
export async function intakesOf({ trx, officeCode }: Context, selectionId: string): Promise<IntakeRow[]> {
  const intakes: IntakeRow[] = [];
  for (const intakeId of await listIntakeIds(trx, officeCode, selectionId)) {
    const intake = await findIntake(trx, officeCode, intakeId);
    if (intake) intakes.push(intake);
  }
  return intakes;
}

/**
 * Everything that a run rests on, as of now. An enterprise is read through the record that stands for it; of its
 * applications those count that stand.
 */
export async function selectionFacts(
  context: Context,
  selectionId: string,
  plan: SelectionPlan,
): Promise<SelectionFacts> {
  const { trx, officeCode, now } = context;
  const rows = await intakesOf(context, selectionId);
  const applied = new Map<string, AppliedFor[]>();
  const held = new Map<string, string[]>();
  const intakes: IntakeFacts[] = [];
  for (const { intakeId, name, seats, costPerSeat, budgetLineId } of rows) {
    const applications = (await listApplications(trx, officeCode, intakeId)).filter(
      ({ status }) => status === 'received',
    );
    const seated = (await listParticipants(trx, officeCode, intakeId)).filter(holdsSeat);
    const standing = await canonicalIds(
      trx,
      officeCode,
      [...applications, ...seated].map(({ enterpriseId }) => enterpriseId),
    );
    for (const { enterpriseId, applicationId, seq, proposedBy } of applications)
      push(applied, standing.get(enterpriseId) ?? enterpriseId, {
        applicationId,
        intakeId,
        seq,
        proposed: proposedBy !== null,
      });
    for (const { enterpriseId } of seated) push(held, standing.get(enterpriseId) ?? enterpriseId, intakeId);
    intakes.push({ intakeId, name, seats, heldSeats: seated.length, costPerSeat, budgetLineId });
  }
  const known = await knownFacts(context, rows[0]?.programmeId ?? null, [...applied.keys()], plan);
  return {
    today: plainDateInWib(now.getTime()),
    intakes,
    lines: await moneyForIntakes(context, rows),
    applicants: [...applied].map(
      ([enterpriseId, applications]): Applicant => ({
        enterpriseId,
        applications,
        held: held.get(enterpriseId) ?? [],
        facts: known.get(enterpriseId) ?? null,
      }),
    ),
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Facts are read for so many at a time. */
const PAGE = 5_000;

async function knownFacts(
  context: Context,
  programmeId: string | null,
  enterpriseIds: readonly string[],
  plan: SelectionPlan,
): Promise<Map<string, KnownFacts>> {
  const known = new Map<string, KnownFacts>();
  if (programmeId === null) return known;
  const isAsked = [...plan.reserves, ...plan.quotas].some(({ tag }) => tag === 'new_village');
  const reached = isAsked ? await reachedVillages(context, plan.servedSince) : new Set<string>();
  for (let at = 0; at < enterpriseIds.length; at += PAGE) {
    const judged = await judgedFacts(context, programmeId, enterpriseIds.slice(at, at + PAGE));
    for (const [id, facts] of judged)
      known.set(id, {
        ...facts,
        newVillage: facts.villageCode === null ? null : !reached.has(facts.villageCode),
      });
  }
  return known;
}

/** Villages in which somebody was helped since the year. */
async function reachedVillages({ trx, officeCode }: Context, sinceYear: number): Promise<Set<string>> {
  const served = await listServedSince(trx, officeCode, `${sinceYear}-01-01`);
  if (served.length === 0) return new Set();
  const places = await listWithOwners(trx, officeCode, { enterpriseIds: served });
  return new Set(places.flatMap(({ villageCode }) => villageCode ?? []));
}
