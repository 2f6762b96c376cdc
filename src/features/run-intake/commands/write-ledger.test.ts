import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { must, refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { addSupport, listSupports } from '../../record-support/index.server.ts';
import { addSignatory } from '../../run-office/commands/keep-signatories.server.ts';
import { listCases } from '../case-store.server.ts';
import { aSeatedIntake, aSession } from '../factory.ts';
import { finishCase } from './finish-case.server.ts';
import { issueCertificates } from './issue-certificates.server.ts';
import { recordMarks } from './mark-attendance.server.ts';
import { openCases } from './open-cases.server.ts';
import { closeIntakeLedger } from './write-ledger.server.ts';

type Said = readonly [state: string, reason?: string];
const present: Said = ['present'];

/** An intake of three days whose days are over; nobody's attendance is marked yet. */
async function aHeldIntake(people: number) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId, seated } = await aSeatedIntake(services, officer, { people });
  const sessions: string[] = [];
  for (const day of ['2026-05-06', '2026-05-07', '2026-05-08'])
    sessions.push(await aSession(services, officer, intakeId, day));
  services.setNow(new Date('2026-05-09T03:00:00Z'));
  const mark = async (who: number, said: readonly Said[]) => {
    const marks = said.map(([state, reason], at) => ({
      markId: newId(),
      sessionId: sessions[at],
      participantId: seated[who]!.participantId,
      ...{ state, reason: reason ?? null },
      markedAt: services.clock().toISOString(),
    }));
    must(await execute(services, officer, recordMarks, { intakeId, marks }));
    services.setNow(new Date(services.clock().getTime() + 60_000));
  };
  const close = (by = officer) => execute(services, by, closeIntakeLedger, { intakeId, percent: 80 });
  const told = (who: number) =>
    withOffice(services.db, office, async (trx) => {
      const { enterpriseId } = seated[who]!;
      return (await listSupports(trx, office, [enterpriseId])).get(enterpriseId) ?? [];
    });
  const rows = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('supportRecords')
        .select(['supportId', 'enterpriseId', 'outcome', 'absence', 'touched', 'withdrawnAt', 'withdrawnBy'])
        .orderBy('supportId')
        .execute(),
    );
  const audits = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('auditEvents')
        .select(['subjectId', 'details'])
        .where('action', '=', 'intake.ledger_written')
        .orderBy('eventId')
        .execute(),
    );
  const certify = async (who: number) => {
    const admin = anActor(office, 'data_officer');
    const signatory = { signatoryId: newId(), duty: 'head', name: 'Dra. Siti', position: 'Kepala Dinas' };
    must(await execute(services, admin, addSignatory, { ...signatory, validFrom: '2026-01-01' }));
    const { participantId } = seated[who]!;
    const given = { intakeId, percent: 80, pattern: '###/SERT/V/2026', issuedOn: '2026-05-09' };
    const reasons = { [participantId]: 'Ikut susulan' };
    must(
      await execute(services, officer, issueCertificates, {
        ...given,
        participants: [participantId],
        reasons,
      }),
    );
  };
  return { services, office, officer, intakeId, seated, mark, close, told, rows, audits, certify };
}

test('the ledger keeps how much somebody missed and why, also of who saw it through', async () => {
  const { mark, close, told, officer, intakeId, audits } = await aHeldIntake(3);
  await mark(0, [present, present, present]);
  await mark(1, [present, ['excused', 'Sakit'], ['absent', 'Acara keluarga']]);
  await mark(2, [['absent'], ['absent', 'Tanpa kabar'], ['absent', 'tanpa kabar']]);
  expect(await close()).toMatchObject({ value: { people: 3, written: 3, updated: 0 } });
  expect(await told(0)).toMatchObject([{ outcome: 'completed', absence: null }]);
  expect(await told(1)).toMatchObject([
    {
      outcome: 'left',
      absence: { missed: 2, excused: 1, sessions: 3, reasons: ['Sakit', 'Acara keluarga'] },
      recordedBy: officer.name,
    },
  ]);
  expect(await told(2)).toMatchObject([
    { outcome: 'absent', absence: { missed: 3, excused: 0, sessions: 3, reasons: ['Tanpa kabar'] } },
  ]);
  expect(await audits()).toEqual([{ subjectId: intakeId, details: { people: 3, written: 3, updated: 0 } }]);
});

test('recorded once more after marks were put right, only the lines concerned change, and what stood is kept', async () => {
  const { mark, close, told, rows, officer, seated, audits } = await aHeldIntake(3);
  await mark(0, [present, present, present]);
  await mark(1, [present, ['absent'], ['absent']]);
  await mark(2, [['absent'], ['absent'], ['absent']]);
  await close();
  const before = await rows();
  expect(await close()).toMatchObject({ value: { written: 0, updated: 0 } });
  expect(await rows()).toEqual(before);
  await mark(1, [present, ['absent', 'Sakit'], present]);
  await mark(2, [present, present, present]);
  expect(await close()).toMatchObject({ value: { people: 3, written: 0, updated: 2 } });
  expect(await told(1)).toMatchObject([{ outcome: 'left', absence: { missed: 1, reasons: ['Sakit'] } }]);
  expect(await told(2)).toMatchObject([{ outcome: 'completed', absence: null }]);
  const after = await rows();
  const of = (all: typeof before, who: number) =>
    all.filter(({ enterpriseId }) => enterpriseId === seated[who]!.enterpriseId);
  expect(of(after, 0)).toEqual(of(before, 0));
  expect(of(after, 2)).toMatchObject([
    { outcome: 'absent', withdrawnBy: officer.name },
    { outcome: 'completed', withdrawnAt: null },
  ]);
  // Whoever keeps answers that depend on it is told of both lines.
  expect(of(after, 2)[0]!.touched).toBeGreaterThan(of(before, 2)[0]!.touched);
  expect((await audits()).at(-1)).toMatchObject({ details: { written: 0, updated: 2 } });
});

test('a certificate that came later brings the line up to date at once, and recording again keeps it', async () => {
  const { mark, close, told, certify } = await aHeldIntake(2);
  await mark(0, [present, present, present]);
  await mark(1, [present, ['absent', 'Sakit'], ['absent', 'Sakit']]);
  await close();
  expect(await told(1)).toMatchObject([{ outcome: 'left' }]);
  await certify(1);
  const withAbsence = { outcome: 'completed', absence: { missed: 2, sessions: 3, reasons: ['Sakit'] } };
  expect(await told(1)).toMatchObject([withAbsence]);
  expect(await close()).toMatchObject({ value: { written: 0, updated: 0 } });
  expect(await told(1)).toMatchObject([withAbsence]);
});

test('whose case ended in a permit saw it through, whether the ledger is recorded before or after', async () => {
  const { services, office, officer, intakeId, seated, mark, close, told } = await aHeldIntake(2);
  for (const who of [0, 1]) await mark(who, [['absent'], ['absent'], ['absent', 'Sakit']]);
  must(await execute(services, officer, openCases, { intakeId, kind: 'other', title: 'Izin' }));
  const finish = async (who: number) => {
    const cases = await withOffice(services.db, office, (trx) => listCases(trx, office, { intakeId }));
    const { caseId } = cases.find(({ participantId }) => participantId === seated[who]!.participantId)!;
    must(await execute(services, officer, finishCase, { caseId, number: 'A-1', issuedOn: '2026-05-08' }));
  };
  await finish(0);
  expect(await close()).toMatchObject({ value: { people: 2, written: 1, updated: 0 } });
  expect(await told(1)).toMatchObject([{ outcome: 'absent' }]);
  await finish(1);
  expect(await close()).toMatchObject({ value: { written: 0, updated: 0 } });
  for (const who of [0, 1])
    expect(await told(who)).toMatchObject([{ outcome: 'completed', absence: { missed: 3 } }]);
});

test('what an officer wrote by hand for another activity is left alone', async () => {
  const { services, officer, seated, mark, close, told } = await aHeldIntake(1);
  const other = { kind: 'training', topic: 'export', title: 'Kelas lain', provider: 'BLK' };
  const by = { enterpriseId: seated[0]!.enterpriseId, startedOn: '2026-05-06', outcome: 'received' };
  must(await execute(services, officer, addSupport, { ...other, ...by }));
  await mark(0, [['absent'], ['absent'], ['absent']]);
  await close();
  await mark(0, [present, present, present]);
  expect(await close()).toMatchObject({ value: { written: 0, updated: 1 } });
  expect((await told(0)).map(({ title, outcome }) => [title === 'Kelas lain', outcome]).sort()).toEqual([
    [false, 'completed'],
    [true, 'received'],
  ]);
});

test('of two who record at once nobody has two lines, and strangers record nothing', async () => {
  const { services, office, mark, close, told } = await aHeldIntake(2);
  for (const who of [0, 1]) await mark(who, [present, present, ['absent', 'Sakit']]);
  const both = await Promise.all([close(), close(anActor(office, 'data_officer'))]);
  expect(both.map((one) => one.ok && one.value.written).toSorted()).toEqual([0, 2]);
  await mark(0, [present, present, present]);
  const again = await Promise.all([close(), close()]);
  expect(again.map((one) => one.ok && one.value.updated).toSorted()).toEqual([0, 1]);
  for (const who of [0, 1]) expect(await told(who)).toHaveLength(1);
  expect(await close(anActor(office, 'head'))).toEqual(refused('forbidden'));
  expect(await close(anActor(await anOffice(services, '33.25')))).toEqual(refused('not_found'));
});
