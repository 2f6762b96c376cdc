import { listAsks } from '#features/follow-outcomes/ask-store.server.ts';
import { planAsks } from '#features/follow-outcomes/commands/plan-asks.server.ts';
import { recordAnswer } from '#features/follow-outcomes/commands/record-answer.server.ts';
import { createIntake } from '#features/plan-programme/commands/create-intake.server.ts';
import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { findIntake, listIntakes, listProgrammes } from '#features/plan-programme/index.server.ts';
import { findListWithOwners, listFacts, listOnList } from '#features/register-enterprise/index.server.ts';
import { issueCertificates } from '#features/run-intake/commands/issue-certificates.server.ts';
import { fillDays } from '#features/run-intake/commands/keep-sessions.server.ts';
import { recordMarks } from '#features/run-intake/commands/mark-attendance.server.ts';
import { closeIntakeLedger } from '#features/run-intake/commands/write-ledger.server.ts';
import { listSessions } from '#features/run-intake/index.server.ts';
import { addSignatory } from '#features/run-office/commands/keep-signatories.server.ts';
import { setLetterhead } from '#features/run-office/commands/set-letterhead.server.ts';
import { answerSeat } from '#features/select-participants/commands/answer-seat.server.ts';
import { createSelection } from '#features/select-participants/commands/create-selection.server.ts';
import { lockSelection } from '#features/select-participants/commands/lock-selection.server.ts';
import { runSelection } from '#features/select-participants/commands/run-selection.server.ts';
import { listParticipants } from '#features/select-participants/index.server.ts';
import { receiveMany } from '#features/take-applications/index.server.ts';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { addDays, addMonths, type PlainDate, plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { Random } from '#sample/random.ts';
import { SAMPLE_LIST } from './load-sample.server.ts';

const PROGRAMME = 'export';
const SEATS = 30;
const APPLIED_LAST_YEAR = 80;
const APPLIED_NOW = 64;
/** Of those looked at for applicants: far enough down the list to have received little. */
const LOOKED_AT = 2_000;

/** As if it were ten in the morning (WIB) of that day: commands ask for the time. */
const onDay = (services: Services, day: PlainDate): Services => ({
  ...services,
  clock: () => new Date(`${day}T03:00:00Z`),
});

/**
 * A training of the sample office from the first application to what became of people a year later, and applications for
 * the one that is open now: all through the same commands as real ones, on the days on which they would have happened.
 * Harmless to repeat.
 */
export async function loadSampleTraining(services: Services, office: string): Promise<void> {
  const actor = systemActor(office, 'Data contoh');
  const today = plainDateInWib(services.clock().getTime());
  const known = await inOneTransaction(services, actor, async ({ trx }) => {
    const programme = (await listProgrammes(trx, office)).find(
      ({ topic, createdBy }) => topic === PROGRAMME && createdBy === actor.name,
    );
    const all = programme ? await listIntakes(trx, office, { programmeId: programme.programmeId }) : [];
    const intakes = all.filter(({ createdBy }) => createdBy === actor.name);
    return { programme, intakes, list: await findListWithOwners(trx, office, SAMPLE_LIST) };
  });
  if (!known.programme || !known.list || known.intakes.length !== 1) return;
  await giveLetterhead(services, actor, addMonths(today, -24));
  const producers = await listProducers(services, actor, known.list.sourceListId);
  await holdLastYear(services, actor, known.programme.programmeId, producers);
  const [open] = known.intakes;
  if (open?.status !== 'open') return;
  await inOneTransaction(services, actor, async (context) => {
    const enterprises = producers
      .slice(APPLIED_LAST_YEAR, APPLIED_LAST_YEAR + APPLIED_NOW)
      .map((enterpriseId) => ({ enterpriseId }));
    must(
      await receiveMany(context, { intakeId: open.intakeId, via: 'officer', enterprises }),
      'applications',
    );
  });
}

async function giveLetterhead(services: Services, actor: Actor, from: PlainDate): Promise<void> {
  must(
    await setLetterhead(services, actor, {
      effectiveOn: from,
      lines: 'PEMERINTAH KOTA CONTOH PEKALONGAN\nDINAS PERDAGANGAN, KOPERASI DAN USAHA KECIL MENENGAH',
      address: 'Jalan Karangan Nomor 1, Pekalongan 51100',
      contact: 'Telepon (0285) 000000 · surel dinas@contoh.invalid',
      city: 'Pekalongan',
      logo: null,
      keepLogo: false,
    }),
    'letterhead',
  );
  const people = [
    {
      duty: 'head',
      name: 'Dra. Sri Karangan, M.M.',
      rank: 'Pembina Utama Muda (IV/c)',
      position: 'Kepala Dinas',
    },
    {
      duty: 'technical_officer',
      name: 'Rina Wulandari, S.E.',
      rank: 'Penata (III/c)',
      position: 'Pejabat Pelaksana Teknis Kegiatan',
    },
    {
      duty: 'treasurer',
      name: 'Agus Karangan, A.Md.',
      rank: 'Penata Muda (III/a)',
      position: 'Bendahara Pengeluaran Pembantu',
    },
    {
      duty: 'organiser',
      name: 'Fitri Karangan, S.Kom.',
      rank: 'Penata Muda Tk. I (III/b)',
      position: 'Ketua Panitia',
    },
  ] as const;
  for (const person of people)
    must(
      await execute(services, actor, addSignatory, { signatoryId: newId(), validFrom: from, ...person }),
      'signatory',
    );
}

async function listProducers(services: Services, actor: Actor, sourceListId: string): Promise<string[]> {
  return inOneTransaction(services, actor, async ({ trx, officeCode }) => {
    const listed = (await listOnList(trx, officeCode, sourceListId)).slice(300, 300 + LOOKED_AT);
    const facts = await listFacts(
      trx,
      officeCode,
      listed.map(({ standsFor }) => standsFor),
    );
    return facts.filter(({ operation }) => operation === 'produces').map((one) => one.enterpriseId);
  });
}

/** Angkatan of a year and some days ago: chosen, held, certified, and asked about at 3, 6 and 12 months. */
async function holdLastYear(
  services: Services,
  actor: Actor,
  programmeId: string,
  producers: readonly string[],
): Promise<void> {
  const today = plainDateInWib(services.clock().getTime());
  const startsOn = addDays(addMonths(today, -12), -17);
  const day = (from: number) => onDay(services, addDays(startsOn, from));
  const { intakeId } = must(
    await execute(day(-60), actor, createIntake, {
      programmeId,
      name: `Angkatan ${startsOn.slice(0, 4)}`,
      stage: 1,
      place: 'Aula dinas (karangan)',
      startsOn,
      endsOn: addDays(startsOn, 2),
      seats: SEATS,
      costPerSeat: 0,
      applicationsCloseOn: addDays(startsOn, -21),
    }),
    'intake',
  );
  const steer = async (at: number, action: string) =>
    must(await execute(day(at), actor, steerIntake, { intakeId, action }), action);
  await steer(-55, 'open');
  await inOneTransaction(day(-40), actor, async (context) => {
    const enterprises = producers.slice(0, APPLIED_LAST_YEAR).map((enterpriseId) => ({ enterpriseId }));
    must(await receiveMany(context, { intakeId, via: 'officer', enterprises }), 'applications');
  });
  const selectionId = newId();
  must(await execute(day(-50), actor, createSelection, { selectionId, intakeIds: [intakeId] }), 'selection');
  must(await execute(day(-45), actor, lockSelection, { selectionId, revision: 1 }), 'lock');
  await steer(-20, 'close');
  must(await runSelection(day(-19), actor, { selectionId, kind: 'official' }), 'run');
  await answerOffers(day(-18), actor, intakeId);
  await steer(0, 'start');
  await comeAndGo(services, actor, intakeId, startsOn);
  await steer(4, 'finish');
  must(await execute(day(5), actor, closeIntakeLedger, { intakeId, percent: 80 }), 'ledger');
  await tellOutcomes(services, actor, intakeId);
}

/** Three cannot come: the next on the waiting list say yes. */
async function answerOffers(services: Services, actor: Actor, intakeId: string): Promise<void> {
  const offered = async () =>
    (
      await inOneTransaction(services, actor, ({ trx, officeCode }) =>
        listParticipants(trx, officeCode, intakeId),
      )
    ).filter(({ status }) => status === 'offered');
  const answer = async (participantId: string, says: 'confirm' | 'decline') =>
    must(await execute(services, actor, answerSeat, { participantId, answer: says }), 'answer');
  for (const [at, { participantId }] of (await offered()).entries())
    await answer(participantId, at % 10 === 4 ? 'decline' : 'confirm');
  for (const { participantId } of await offered()) await answer(participantId, 'confirm');
}

/** Most come on all days; one stays away, one is excused for a day. Then certificates. */
async function comeAndGo(
  services: Services,
  actor: Actor,
  intakeId: string,
  startsOn: PlainDate,
): Promise<void> {
  must(await execute(onDay(services, addDays(startsOn, -10)), actor, fillDays, { intakeId }), 'sessions');
  const { sessions, seated } = await inOneTransaction(services, actor, async ({ trx, officeCode }) => ({
    sessions: await listSessions(trx, officeCode, intakeId),
    seated: (await listParticipants(trx, officeCode, intakeId)).filter(
      ({ status }) => status === 'confirmed',
    ),
  }));
  const states = ['present', 'present', 'late'] as const;
  for (const [day, { sessionId, endsAt }] of sessions.entries())
    must(
      await execute({ ...services, clock: () => endsAt }, actor, recordMarks, {
        intakeId,
        marks: seated.map(({ participantId }, at) => ({
          markId: newId(),
          sessionId,
          participantId,
          ...(at === 7
            ? { state: 'absent', reason: null }
            : at === 11 && day === 1
              ? { state: 'excused', reason: 'Anak sakit' }
              : { state: at % 9 === 5 ? states[day % 3] : 'present', reason: null }),
          markedAt: endsAt.toISOString(),
        })),
      }),
      'attendance',
    );
  must(
    await execute(onDay(services, addDays(startsOn, 3)), actor, issueCertificates, {
      intakeId,
      percent: 60,
      pattern: '421/##/DKUKM/SRT',
      issuedOn: addDays(startsOn, 2),
      participants: seated.filter((_, at) => at !== 7).map(({ participantId }) => participantId),
      reasons: {},
    }),
    'certificates',
  );
}

/** Fewer answer each time; some stopped. */
async function tellOutcomes(services: Services, actor: Actor, intakeId: string): Promise<void> {
  const asks = await inOneTransaction(services, actor, async (context) => {
    const intake = await findIntake(context.trx, context.officeCode, intakeId);
    if (intake) await planAsks(context, intake);
    return listAsks(context.trx, context.officeCode, { intakeId });
  });
  const random = new Random('kabar contoh');
  const share = { 3: 0.8, 6: 0.6, 12: 0.4 };
  for (const ask of asks) {
    if (!random.chance(share[ask.months])) continue;
    const goesOn = random.chance(0.93);
    const exported = random.chance(0.1 + ask.months / 100);
    const answers = {
      running: goesOn ? 'running' : 'paused',
      ...(goesOn
        ? {
            salesBand: random.pick(['to_5', 'to_15', 'to_15', 'to_50'] as const),
            newProduct: random.chance(0.4) ? 'yes' : 'no',
            newBuyer: random.pick(['none', 'same_city', 'other_region', 'other_region'] as const),
            hasExported: exported ? 'yes' : 'no',
          }
        : {}),
    };
    const told = { askId: ask.askId, answerId: newId(), answers };
    must(await execute(onDay(services, addDays(ask.dueOn, 5)), actor, recordAnswer, told), 'outcome');
  }
}
