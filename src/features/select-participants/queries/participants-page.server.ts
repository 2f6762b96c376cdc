import type { Scope } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findProgramme, type IntakeRow, intakeWithinReach } from '../../plan-programme/index.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import { listAppealsOf } from '../appeal-store.server.ts';
import { openVacancies } from '../commands/fill-seats.server.ts';
import { lineStillMoves } from '../commands/line-of.server.ts';
import { holdsSeat, listParticipants, type ParticipantRow } from '../participant-store.server.ts';
import { gaveUp } from '../rules/gave-up.ts';
import type {
  ParticipantsView,
  PartnerParticipants,
  SeatLine,
  SeatStep,
  Vacancy,
  WaitingLine,
} from '../rules/participants-view.ts';
import { withoutPersonal } from '../rules/personal-tags.ts';
import type { ResultReason } from '../rules/result-reason.ts';
import { listSeatMoves, type SeatMoveRow } from '../seat-move-store.server.ts';
import { findRun, listResults, type ResultRow } from '../selection-store.server.ts';
import { selectionOf } from './official-run.server.ts';
import { type PersonOf, peopleOf } from './people-of.server.ts';

/** As many as are looked through on one page; the result of the selection has them all. */
const WAITING_SHOWN = 60;
const STEPS_SHOWN = 60;

type Named = (id: string) => PersonOf;

/**
 * The seats of an intake as they stand, the waiting list, and how it came to that; null where there is none. Who works in a
 * part of the area sees the people of that part.
 */
export async function participantsPage(
  context: QueryContext,
  intakeId: string,
): Promise<ParticipantsView | null> {
  const intake = await intakeWithinReach(context, intakeId);
  if (!intake) return null;
  const { trx, officeCode, scopes } = context;
  const selection = await selectionOf(trx, officeCode, intakeId);
  const all = await listParticipants(trx, officeCode, intakeId);
  const moves = await listSeatMoves(trx, officeCode, [intakeId]);
  const run = selection && (await findRun(trx, officeCode, selection.selectionId, 'official'));
  const results = run
    ? (await listResults(trx, officeCode, run.runId)).filter((one) => one.intakeId === intakeId)
    : [];
  const named = await peopleOf(trx, officeCode, [
    ...all.map(({ enterpriseId }) => enterpriseId),
    ...results.map(({ enterpriseId }) => enterpriseId),
    ...moves.flatMap(({ skipped }) => skipped.map(({ enterpriseId }) => enterpriseId)),
  ]);
  const sees = seesVillage(scopes, officeCode);
  const seen = all.filter(({ enterpriseId }) => sees(named(enterpriseId).villageCode));
  const resultOf = new Map(results.map((one) => [named(one.enterpriseId).enterpriseId, one]));
  const byId = new Map(all.map((one) => [one.participantId, one]));
  const line = (one: ParticipantRow) => seatLine(one, { named, resultOf, byId });
  const held = seen.filter(holdsSeat).map(line);
  const order = (one: SeatLine) => one.reason?.rank ?? Number.MAX_SAFE_INTEGER;
  const waiting = (await waitingLines(context, intakeId, { results, all, named })).filter((one) =>
    sees(named(one.enterpriseId).villageCode),
  );
  const offered = all.filter(({ status }) => status === 'offered');
  return {
    ...(await headOf(context, intake, all)),
    programmeId: intake.programmeId,
    selection: selection && { selectionId: selection.selectionId, decided: selection.status === 'decided' },
    answerBy: earliest(offered.flatMap(({ answerBy }) => answerBy ?? [])),
    lineMoves: lineStillMoves(context, { intake, selection, participants: all }),
    held: held.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'id')),
    gone: seen.filter((one) => !holdsSeat(one)).map(line),
    waiting: waiting.slice(0, WAITING_SHOWN),
    waitingCount: waiting.filter(({ state }) => state === 'waits').length,
    vacancies: openVacancies({ participants: all }).map((one) => vacancyOf(one, moves, named)),
    steps: stepsOf(seen, moves, { named, byId, sees }).slice(0, STEPS_SHOWN),
  };
}

/** A partner's own participants: who comes, and nothing else; null for an intake that is not its own. */
export async function partnerParticipants(
  context: QueryContext,
  intakeId: string,
): Promise<PartnerParticipants | null> {
  const intake = await intakeWithinReach(context, intakeId);
  if (!intake) return null;
  const { trx, officeCode } = context;
  const all = await listParticipants(trx, officeCode, intakeId);
  const held = all.filter(holdsSeat);
  const named = await peopleOf(
    trx,
    officeCode,
    held.map(({ enterpriseId }) => enterpriseId),
  );
  return {
    ...(await headOf(context, intake, all)),
    people: held
      .map(({ participantId, enterpriseId, status }) => {
        const { name, owner, village } = named(enterpriseId);
        return { participantId, name, owner, village, status };
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'id')),
  };
}

async function headOf({ trx, officeCode }: QueryContext, intake: IntakeRow, all: readonly ParticipantRow[]) {
  const count = (of: (one: ParticipantRow) => boolean) => all.filter(of).length;
  const held = count(holdsSeat);
  return {
    intakeId: intake.intakeId,
    name: intake.name,
    status: intake.status,
    programme: (await findProgramme(trx, officeCode, intake.programmeId))?.name ?? '',
    seats: intake.seats,
    counts: {
      confirmed: count(({ status }) => status === 'confirmed'),
      offered: count(({ status }) => status === 'offered'),
      free: Math.max(0, intake.seats - held),
      replaced: count(({ follows }) => follows !== null),
    },
  };
}

/** By the area of a role; groups have no part in this list. */
function seesVillage(scopes: readonly Scope[], office: string): (villageCode: string | null) => boolean {
  if (scopes.some(({ kind, code }) => kind === 'office' && code === office)) return () => true;
  const areas = scopes.flatMap(({ kind, code }) => (kind === 'district' || kind === 'village' ? [code] : []));
  return (village) =>
    village !== null && areas.some((area) => village === area || village.startsWith(`${area}.`));
}

const earliest = (instants: readonly Date[]): Date | null =>
  instants.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;

const shown = (reason: ResultReason | undefined): ResultReason | null =>
  reason ? withoutPersonal(reason) : null;

function seatLine(
  one: ParticipantRow,
  {
    named,
    resultOf,
    byId,
  }: {
    named: Named;
    resultOf: ReadonlyMap<string, ResultRow>;
    byId: ReadonlyMap<string, ParticipantRow>;
  },
): SeatLine {
  const { enterpriseId, name, owner, village } = named(one.enterpriseId);
  const before = one.follows === null ? undefined : byId.get(one.follows);
  const { participantId, status, source, answerBy, answeredAt, answeredBy, statusReason } = one;
  return {
    participantId,
    enterpriseId,
    name,
    owner,
    village,
    status,
    source,
    reason: shown(resultOf.get(enterpriseId)?.reason),
    answerBy,
    answeredAt,
    answeredBy,
    statusReason,
    follows: before ? named(before.enterpriseId).name : null,
  };
}

async function waitingLines(
  { trx, officeCode }: QueryContext,
  intakeId: string,
  { results, all, named }: { results: readonly ResultRow[]; all: readonly ParticipantRow[]; named: Named },
): Promise<WaitingLine[]> {
  if (results.length === 0) return [];
  const applications = await listApplications(trx, officeCode, intakeId);
  const statusOf = new Map(applications.map((one) => [one.applicationId, one]));
  const appeals = await listAppealsOf(
    trx,
    officeCode,
    applications.map(({ applicationId }) => applicationId),
  );
  const won = new Set(
    appeals
      .filter(({ status, outcome }) => status === 'upheld' && outcome === 'waiting_list')
      .map(({ applicationId }) => applicationId),
  );
  const displaced = new Set(
    all
      .filter((one) => one.status === 'displaced' && !gaveUp(one, all))
      .map((one) => named(one.enterpriseId).enterpriseId),
  );
  const ofEnterprise = Map.groupBy(all, (one) => named(one.enterpriseId).enterpriseId);
  return results
    .filter(
      ({ waitingPlace, applicationId, enterpriseId }) =>
        waitingPlace !== null || won.has(applicationId) || displaced.has(named(enterpriseId).enterpriseId),
    )
    .flatMap((one): WaitingLine[] => {
      const { enterpriseId, name, village } = named(one.enterpriseId);
      const seats = ofEnterprise.get(enterpriseId) ?? [];
      if (seats.some(holdsSeat)) return [];
      const wasAsked = seats.some((seat) => gaveUp(seat, all));
      const withdrawn = statusOf.get(one.applicationId)?.status === 'withdrawn';
      const { applicationId, waitingPlace, reason } = one;
      return [
        {
          enterpriseId,
          applicationId,
          name,
          village,
          place: waitingPlace ?? 0,
          reason: withoutPersonal(reason),
          state: withdrawn ? 'withdrawn' : wasAsked && !won.has(applicationId) ? 'was_asked' : 'waits',
          first: won.has(applicationId),
        },
      ];
    })
    .sort((a, b) => Number(b.first) - Number(a.first) || rank(a) - rank(b));
}

const rank = ({ reason }: WaitingLine): number => reason.rank ?? Number.MAX_SAFE_INTEGER;

function vacancyOf(one: ParticipantRow, moves: readonly SeatMoveRow[], named: Named): Vacancy {
  const last = moves.findLast(({ vacated }) => vacated === one.participantId);
  const instead = last?.instead ?? null;
  return {
    vacated: one.participantId,
    name: named(one.enterpriseId).name,
    why: last?.whyNone ?? null,
    instead: instead && { ...instead, name: named(instead.enterpriseId).name },
  };
}

/** What happened to the seats, the newest first. */
function stepsOf(
  participants: readonly ParticipantRow[],
  moves: readonly SeatMoveRow[],
  {
    named,
    byId,
    sees,
  }: { named: Named; byId: ReadonlyMap<string, ParticipantRow>; sees: (village: string | null) => boolean },
): SeatStep[] {
  const nameOf = (participantId: string | null) => {
    const one = participantId === null ? undefined : byId.get(participantId);
    return one ? named(one.enterpriseId).name : null;
  };
  const steps: SeatStep[] = [];
  for (const one of participants) {
    const { participantId, status, source, offeredAt, answeredAt, answeredBy, answerBy, statusReason } = one;
    const { name } = named(one.enterpriseId);
    if (source === 'override' || source === 'appeal' || source === 'direct')
      steps.push({
        id: `${participantId} given`,
        at: offeredAt,
        by: one.recordedBy,
        name,
        // What was written when the seat was given gives way to what was written when it was given up.
        reason: holdsSeat(one) ? statusReason : null,
        kind: 'given',
        source,
        other: nameOf(one.follows),
      });
    if (status !== 'offered' && !(status === 'confirmed' && source === 'direct'))
      steps.push({
        id: `${participantId} ${status}`,
        at: answeredAt ?? answerBy ?? offeredAt,
        by: answeredBy,
        name,
        reason: status === 'confirmed' ? null : statusReason,
        kind: status,
      });
  }
  for (const move of moves) {
    const skipped = move.skipped
      .filter(({ enterpriseId }) => sees(named(enterpriseId).villageCode))
      .map(({ enterpriseId, limits }) => ({ name: named(enterpriseId).name, limits }));
    const about = { id: move.moveId, at: move.decidedAt, by: move.decidedBy, reason: move.reason };
    const next = move.nextId === null ? null : byId.get(move.nextId);
    if (next && !sees(named(next.enterpriseId).villageCode)) continue;
    if (next)
      steps.push({
        ...about,
        kind: 'moved_up',
        name: nameOf(move.nextId) ?? '',
        other: nameOf(move.vacated),
        skipped,
      });
    else if (move.whyNone)
      steps.push({
        ...about,
        kind: 'not_filled',
        name: nameOf(move.vacated) ?? '',
        why: move.whyNone,
        skipped,
      });
  }
  return steps.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}
