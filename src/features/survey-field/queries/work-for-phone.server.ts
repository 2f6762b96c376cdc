import { createHash } from 'node:crypto';
import type { Trx } from '#platform/db/connect.server.ts';
import {
  type AssignedRow,
  listAssignedRows,
  listFormsByKey,
  listGoneRows,
  listMembersForField,
  listRoundsForField,
  listVillagesOfRounds,
  type RoundForField,
} from '../../plan-census/index.server.ts';
import { type EnterpriseToVisit, listToVisit } from '../../register-enterprise/index.server.ts';
import { readHorizon } from '../phone-store.server.ts';
import type { Work, WorkRound, WorkRow } from '../rules/wire.ts';
import { formatCursor, parseCursor } from '../rules/work-cursor.ts';
import { reviewWork } from './review-work.server.ts';

export type Asked = { userId: string; cursor: string | undefined; forms: ReadonlySet<string> };

/** Handed in, whatever the supervisor makes of it. */
const isDone = (status: string) => status === 'submitted' || status === 'approved' || status === 'contested';

/**
 * One person's list: what is new since the cursor, all of it without one. Only what the person needs at the door; no
 * number in the clear. A phone that was away for a month, or whose rounds changed, gets the whole list again.
 */
export async function workForPhone(
  trx: Trx,
  office: string,
  { userId, cursor, forms }: Asked,
): Promise<Omit<Work, 'officeKey' | 'newestApp' | 'serverTime'>> {
  const horizon = await readHorizon(trx);
  const memberOf = await listMembersForField(trx, office, { roundIds: null, userIds: [userId] });
  const rounds = (
    await listRoundsForField(
      trx,
      office,
      memberOf.map(({ roundId }) => roundId),
    )
  ).filter(({ status }) => status === 'running');
  const roundsKey = keyOf(rounds);
  const parsed = parseCursor(cursor);
  // A cursor ahead of this database comes from before a restore.
  const since = parsed?.rounds === roundsKey && parsed.since <= horizon ? parsed.since : null;
  const review = reviewWork();
  const rechecks = new Map(
    (await review.rechecksFor(trx, office, userId)).map(({ rowId, recheckId }) => [rowId, recheckId]),
  );
  const ofRounds = new Set(rounds.map(({ roundId }) => roundId));
  const all = (await listAssignedRows(trx, office, userId, [...rechecks.keys()])).filter(
    ({ roundId, rowId }) => ofRounds.has(roundId) || rechecks.has(rowId),
  );
  const enterprises = await listToVisit(
    trx,
    office,
    all.map(({ enterpriseId }) => enterpriseId),
  );
  const fresh = all.filter((row) => {
    if (since === null || rechecks.has(row.rowId)) return true;
    return row.touched >= since || (enterprises.get(row.enterpriseId)?.touched ?? 0) >= since;
  });
  const notes = await review.notesOf(
    trx,
    office,
    fresh.filter(({ status }) => status === 'sent_back').map(({ rowId }) => rowId),
  );
  const missing = new Map(
    rounds
      .map(({ formId, formVersion }) => ({ formId, version: formVersion }))
      .filter(({ formId, version }) => !forms.has(`${formId}.${version}`))
      .map((key) => [`${key.formId}.${key.version}`, key]),
  );
  return {
    cursor: formatCursor({ since: horizon, rounds: roundsKey }),
    rounds: rounds.map((round) => roundOf(round, all)),
    forms: await listFormsByKey(trx, office, [...missing.values()]),
    villages: since === null ? await listVillagesOfRounds(trx, office, [...ofRounds]) : [],
    rows: fresh.flatMap((row) => {
      const enterprise = enterprises.get(row.enterpriseId);
      return enterprise ? [rowOf(row, enterprise, notes.get(row.rowId), rechecks.get(row.rowId))] : [];
    }),
    ...(since === null ? { isWhole: true as const } : {}),
    gone: since === null ? [] : await listGoneRows(trx, office, userId, since),
  };
}

/** Another round, or another questionnaire of one, begins the list anew. */
function keyOf(rounds: readonly RoundForField[]): string {
  const names = rounds.map(({ roundId, formId, formVersion }) => `${roundId} ${formId} ${formVersion}`);
  return createHash('sha256').update(names.sort().join('\n')).digest('base64url').slice(0, 16);
}

function roundOf(round: RoundForField, all: readonly AssignedRow[]): WorkRound {
  const theirs = all.filter(({ roundId, isTheirs }) => isTheirs && roundId === round.roundId);
  const { roundId, name, purpose, endsOn, formId, formVersion } = round;
  return {
    roundId,
    name,
    purpose,
    endsOn,
    formId,
    formVersion,
    done: theirs.filter(({ status }) => isDone(status)).length,
    target: theirs.length,
  };
}

/** What is not known is left out: the list is short for slow lines. */
function rowOf(
  row: AssignedRow,
  enterprise: EnterpriseToVisit,
  note: string | undefined,
  recheckId: string | undefined,
): WorkRow {
  const { sex } = enterprise;
  return {
    rowId: row.rowId,
    roundId: row.roundId,
    enterpriseId: row.enterpriseId,
    revision: enterprise.revision,
    name: enterprise.name,
    owner: enterprise.ownerName,
    sector: enterprise.sector,
    village: row.villageCode ?? '',
    place: row.place,
    status: row.status,
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
    ...given({
      activity: enterprise.activity,
      rw: row.rw,
      rt: row.rt,
      address: enterprise.address,
      latitude: enterprise.latitude,
      longitude: enterprise.longitude,
      nikEnds: enterprise.nikLast4,
      phoneHint: enterprise.phoneHint,
      rtInformation: row.rtInformation,
      note,
      recheckId,
    }),
    ...(row.inSample ? { inSample: true as const } : {}),
    ...(row.tries > 0 ? { tries: row.tries } : {}),
  };
}

function given<Fields extends Record<string, string | number | null | undefined>>(fields: Fields) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}
