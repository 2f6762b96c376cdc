import type { PlainDate } from '#kernel/calendar.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { listProgrammes } from '../../plan-programme/index.server.ts';
import { listRuleSets, type RuleSetRow } from '../rule-set-store.server.ts';
import { liveVersions } from '../rules/live-rule-sets.ts';

/** Versions of conditions whose answers are kept on the day: those that hold and those to come, of programmes that go on. */
export async function liveRuleSets(trx: Trx, office: string, day: PlainDate): Promise<RuleSetRow[]> {
  const active = (await listProgrammes(trx, office)).filter(({ status }) => status === 'active');
  const versions = await listRuleSets(trx, office);
  return liveVersions(versions, new Set(active.map(({ programmeId }) => programmeId)), day);
}
