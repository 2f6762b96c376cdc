import { type PlainDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Signatory } from '#papers/paper.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, findProgramme, type IntakeRow } from '../../plan-programme/index.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { cityOn, letterheadOn } from '../../run-office/index.server.ts';
import { minutesWords } from '../messages/minutes-words.ts';
import { listParticipantsIn, type ParticipantRow } from '../participant-store.server.ts';
import { gaveUp } from '../rules/gave-up.ts';
import type { MinutesContent, MinutesIntake, MinutesPerson } from '../rules/minutes-content.ts';
import { withoutPersonal } from '../rules/personal-tags.ts';
import { criterionName, tagName, takePartInWords } from '../rules/plan-words.ts';
import { shareCounts } from '../rules/share-counts.ts';
import { listOverrides, type OverrideRow } from '../seat-move-store.server.ts';
import { findSelection, type ResultRow } from '../selection-store.server.ts';
import { officialRun } from './official-run.server.ts';
import { type PersonOf, peopleOf } from './people-of.server.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode'>;
type Named = (id: string) => PersonOf;

/** Papers are written in Indonesian, whatever language the screens are in. */
const t = messagesFor(minutesWords, 'id');

/**
 * What a berita acara made now would say: the official list with the decisions taken against it since. Who declined or stayed
 * silent is not its matter: the waiting list it prints says who comes next. Null before the official run.
 */
export async function minutesContent(
  { trx, officeCode }: Context,
  selectionId: string,
  { dated, signatures }: { dated: PlainDate; signatures: MinutesContent['signatures'] },
): Promise<MinutesContent | null> {
  const selection = await findSelection(trx, officeCode, selectionId);
  const run = await officialRun(trx, officeCode, selectionId);
  if (!selection?.lockedAt || !run) return null;
  const { plan } = run;
  const overrides = await listOverrides(trx, officeCode, selectionId);
  const participants = await listParticipantsIn(trx, officeCode, run.intakeIds);
  const named = await peopleOf(trx, officeCode, [
    ...run.results.map(({ enterpriseId }) => enterpriseId),
    ...participants.map(({ enterpriseId }) => enterpriseId),
    ...overrides.flatMap(({ enterpriseId, displacedId }) => [enterpriseId, displacedId ?? enterpriseId]),
  ]);
  const intakes: MinutesIntake[] = [];
  let programmeId = '';
  for (const intakeId of run.intakeIds) {
    const intake = await findIntake(trx, officeCode, intakeId);
    if (!intake) continue;
    programmeId = intake.programmeId;
    intakes.push(
      intakeOf(intake, {
        results: run.results.filter((one) => one.intakeId === intakeId),
        participants: participants.filter((one) => one.intakeId === intakeId),
        overrides: overrides.filter((one) => one.intakeId === intakeId),
        named,
      }),
    );
  }
  const { logo: _logo, ...letterhead } = await letterheadOn(trx, officeCode, dated);
  const chosen = intakes.flatMap(({ intakeId, chosen }) =>
    chosen.map(({ enterpriseId }) => ({ candidate: enterpriseId, intake: intakeId })),
  );
  const nameOf = new Map(intakes.map(({ intakeId, name }) => [intakeId, name]));
  return {
    office: await getOfficeName(trx, officeCode),
    city: await cityOn(trx, officeCode, dated),
    letterhead,
    programme: (await findProgramme(trx, officeCode, programmeId))?.name ?? '',
    lockedAt: selection.lockedAt.toISOString(),
    seed: run.seed,
    ranAt: run.ranAt.toISOString(),
    criteria: plan.criteria.map((one) => ({ name: criterionName(one, 'id'), weight: one.weight })),
    takePart: takePartInWords(plan.takePart, 'id'),
    way: t[`way_${run.file.selection.way}`],
    proof: t[`proof_${run.file.selection.proof}`],
    answerDays: plan.answerDays,
    moveUpDays: plan.moveUpDays,
    intakes,
    limits: shareCounts(run.file.problem, chosen).map(
      ({ kind, tag, intakes: of, limit, chosen: reached }) => ({
        kind,
        words:
          of.length === 1 && intakes.length > 1
            ? `${tagName(tag, 'id')} (${nameOf.get(of[0]!) ?? ''})`
            : tagName(tag, 'id'),
        wanted: limit,
        reached,
      }),
    ),
    signatures,
  };
}

export const signatoryOf = ({ name, rank, nip, position, acting }: Signatory): Signatory => ({
  name,
  rank,
  nip,
  position,
  acting,
});

function intakeOf(
  { intakeId, name, startsOn, endsOn, place, seats }: IntakeRow,
  given: {
    results: readonly ResultRow[];
    participants: readonly ParticipantRow[];
    overrides: readonly OverrideRow[];
    named: Named;
  },
): MinutesIntake {
  const { results, participants, overrides, named } = given;
  const resultOf = new Map(results.map((one) => [named(one.enterpriseId).enterpriseId, one]));
  const displaced = new Set(
    participants.filter(({ status }) => status === 'displaced').map(({ participantId }) => participantId),
  );
  const seated = participants.filter(
    ({ source, participantId }) => source !== 'waiting_list' && !displaced.has(participantId),
  );
  const person = (id: string, by: string): MinutesPerson => {
    const { enterpriseId, name, village } = named(id);
    const result = resultOf.get(enterpriseId);
    return {
      enterpriseId: result?.enterpriseId ?? enterpriseId,
      name,
      village,
      rank: result?.rank ?? null,
      score: result?.score === undefined || result.score === null ? null : Number(result.score),
      by,
    };
  };
  const chosen = seated
    .map((one) =>
      person(
        one.enterpriseId,
        one.source === 'selection' ? chosenBy(one, resultOf, named) : t[`by_${one.source}`],
      ),
    )
    .sort(byRank);
  const backInLine = new Set(
    participants
      .filter((one) => one.status === 'displaced' && !gaveUp(one, participants))
      .map((one) => one.enterpriseId),
  );
  const taken = new Set(chosen.map(({ enterpriseId }) => enterpriseId));
  const decided = participants.filter(({ source }) => source === 'appeal');
  const followed = new Map(participants.map((one) => [one.participantId, one]));
  return {
    intakeId,
    name,
    startsOn,
    endsOn,
    place,
    seats,
    applied: results.length,
    takers: results.filter(({ score }) => score !== null).length,
    chosen,
    waiting: results
      .filter(
        (one) =>
          (one.waitingPlace !== null || backInLine.has(one.enterpriseId)) && !taken.has(one.enterpriseId),
      )
      .map((one) => person(one.enterpriseId, ''))
      .sort(byRank),
    overrides: [
      ...overrides.map((one) => ({
        seated: named(one.enterpriseId).name,
        displaced: one.displacedId === null ? null : named(one.displacedId).name,
        reason: one.reason,
        by: one.decidedBy,
        on: plainDateInWib(one.decidedAt.getTime()),
      })),
      ...decided.map((one) => {
        const before = one.follows === null ? undefined : followed.get(one.follows);
        return {
          seated: named(one.enterpriseId).name,
          displaced: before?.status === 'displaced' ? named(before.enterpriseId).name : null,
          reason: one.statusReason ?? t.by_appeal,
          by: one.recordedBy,
          on: plainDateInWib(one.offeredAt.getTime()),
        };
      }),
    ],
  };
}

function chosenBy(
  { enterpriseId }: ParticipantRow,
  resultOf: ReadonlyMap<string, ResultRow>,
  named: Named,
): string {
  const result = resultOf.get(named(enterpriseId).enterpriseId);
  const reason = result && withoutPersonal(result.reason);
  if (reason?.outcome !== 'seated') return '';
  if (reason.by !== 'reserve') return t[`by_${reason.by}`];
  return t.by_reserve({ tags: reason.reserves.map((tag) => tagName(tag, 'id')).join(', ') });
}

/** In the published order; who came by a decision without having taken part stands last. */
const byRank = (a: MinutesPerson, b: MinutesPerson): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || (a.name < b.name ? -1 : 1);
