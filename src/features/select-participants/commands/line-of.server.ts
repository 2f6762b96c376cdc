import { plainDateInWib } from '#kernel/calendar.ts';
import type { CommandContext } from '#platform/command.server.ts';
import type { Seat, SelectionProblem } from '#selection/problem.ts';
import { canonicalIds } from '../../register-enterprise/index.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import { listAppealsOf } from '../appeal-store.server.ts';
import { holdsSeat, listParticipantsIn, type ParticipantRow } from '../participant-store.server.ts';
import { officialRun } from '../queries/official-run.server.ts';
import { gaveUp } from '../rules/gave-up.ts';
import type { NextOnLine } from '../rules/next-on-line.ts';
import { nextOnLine } from '../rules/next-on-line.ts';
import { lineMoves } from '../rules/seat-days.ts';
import type { SelectionRow } from '../selection-store.server.ts';
import type { HeldSeats } from './hold-seats.server.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'now'>;

/** Stands for the seat that nobody had before: a candidate of no tag, so that nothing is given up by filling it. */
const ADDED_SEAT = 'added-seat';

/** The waiting list of an intake as it may be asked now. */
export type LineOf = {
  /** Who moves up for this seat. `vacated` null: a seat was added. */
  nextFor(vacated: ParticipantRow | null, participants: readonly ParticipantRow[]): NextOnLine;
  applicationOf(enterpriseId: string): string | null;
};

/** Whether the list still moves up for this intake; its own plan says for how long. */
export const lineStillMoves = ({ now }: Pick<Context, 'now'>, { intake, selection }: HeldSeats): boolean =>
  selection?.status === 'decided' &&
  lineMoves(intake, selection.plan.moveUpDays, plainDateInWib(now.getTime()));

/** Reads the published list with what has happened since. Null before the official run. */
export async function lineOf(
  { trx, officeCode }: Context,
  { intake: { intakeId }, selection }: Pick<HeldSeats, 'intake'> & { selection: SelectionRow },
): Promise<LineOf | null> {
  const run = await officialRun(trx, officeCode, selection.selectionId);
  if (!run) return null;
  const { problem } = run.file;
  const others = (await listParticipantsIn(trx, officeCode, run.intakeIds)).filter(
    (one) => one.intakeId !== intakeId,
  );
  const applications = await listApplications(trx, officeCode, intakeId);
  const appeals = (
    await listAppealsOf(
      trx,
      officeCode,
      applications.map(({ applicationId }) => applicationId),
    )
  ).filter(({ status, outcome }) => status === 'upheld' && outcome === 'waiting_list');
  const ofIntake = (await listParticipantsIn(trx, officeCode, [intakeId])).map(
    ({ enterpriseId }) => enterpriseId,
  );
  const standing = await canonicalIds(trx, officeCode, [
    ...new Set([
      ...problem.candidates.map(({ id }) => id),
      ...applications.map(({ enterpriseId }) => enterpriseId),
      ...others.map(({ enterpriseId }) => enterpriseId),
      ...ofIntake,
    ]),
  ]);
  const standsFor = (id: string) => standing.get(id) ?? id;
  const candidates = new Set(problem.candidates.map(({ id }) => id));
  const byStanding = new Map(problem.candidates.toReversed().map(({ id }) => [standsFor(id), id]));
  /** By which id the published list knows an enterprise, also one that was merged since. */
  const candidateOf = (id: string) => (candidates.has(id) ? id : (byStanding.get(standsFor(id)) ?? id));
  const received = new Map(
    applications.flatMap(({ status, enterpriseId, applicationId }) =>
      status === 'received' ? [[standsFor(enterpriseId), applicationId] as const] : [],
    ),
  );
  const seatOf = (one: ParticipantRow): Seat => ({
    candidate: candidateOf(one.enterpriseId),
    intake: one.intakeId,
  });
  return {
    applicationOf: (enterpriseId) => received.get(standsFor(enterpriseId)) ?? null,
    nextFor(vacated, participants) {
      const wonSince = new Map(
        appeals.flatMap(({ applicationId, answeredAt }) => {
          const application = applications.find((one) => one.applicationId === applicationId);
          return application && answeredAt
            ? [[candidateOf(application.enterpriseId), answeredAt] as const]
            : [];
        }),
      );
      // Whoever was asked again after winning has had their turn.
      for (const one of participants) {
        const won = wonSince.get(candidateOf(one.enterpriseId));
        if (won && one.offeredAt >= won) wonSince.delete(candidateOf(one.enterpriseId));
      }
      const taken = new Set(
        participants
          .filter(holdsSeat)
          .concat(others.filter(holdsSeat))
          .map((one) => standsFor(one.enterpriseId)),
      );
      const givenUp = new Set(
        participants
          .filter((one) => gaveUp(one, participants) && !wonSince.has(candidateOf(one.enterpriseId)))
          .map((one) => standsFor(one.enterpriseId)),
      );
      const notHere = (id: string) =>
        givenUp.has(standsFor(id)) || taken.has(standsFor(id)) || !received.has(standsFor(id));
      const first = [...wonSince.keys()];
      return nextOnLine({
        problem: vacated ? problem : withAddedSeat(problem, intakeId),
        intakeId,
        held: uniqueSeats(participants.concat(others).filter(holdsSeat).map(seatOf)),
        leaving: vacated ? candidateOf(vacated.enterpriseId) : ADDED_SEAT,
        gone: [...new Set([...candidates, ...first])].filter(notHere),
        first,
      });
    },
  };
}

/** One seat a candidate: two records of one enterprise may hold two. */
const uniqueSeats = (seats: readonly Seat[]): Seat[] => [
  ...new Map(seats.map((seat) => [seat.candidate, seat])).values(),
];

const withAddedSeat = (problem: SelectionProblem, intake: string): SelectionProblem => ({
  ...problem,
  candidates: [...problem.candidates, { id: ADDED_SEAT, values: {}, tags: [], applications: [{ intake }] }],
});
