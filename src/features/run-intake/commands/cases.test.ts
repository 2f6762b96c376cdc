import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { listSupports } from '../../record-support/index.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { keepFile } from '../../register-enterprise/index.server.ts';
import { listCases } from '../case-store.server.ts';
import { aSeat, aSeatedIntake } from '../factory.ts';
import { finishCase } from './finish-case.server.ts';
import { openCases } from './open-cases.server.ts';
import { addStep, resumeCase, saveStep, stopCase } from './work-case.server.ts';

const halalNumber = 'ID33110000123450526';

async function casesOfAnIntake() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const intake = await aSeatedIntake(services, officer, { template: 'halal_free', people: 2 });
  const open = (more = {}) =>
    execute(services, officer, openCases, { intakeId: intake.intakeId, kind: 'halal_self_declare', ...more });
  const cases = () => withOffice(services.db, office, (trx) => listCases(trx, office, {}));
  return { services, office, officer, ...intake, open, cases };
}

test('one click opens a case for everybody with a seat, and a second only for those who came later', async () => {
  const { services, officer, intakeId, open, cases } = await casesOfAnIntake();
  expect(await open()).toMatchObject({ value: { opened: 2 } });
  expect(await open()).toMatchObject({ refusal: { code: 'already_done' } });
  const { enterpriseId } = await anEnterprise(services, officer, { name: 'Naik Cadangan' });
  await aSeat(services, officer, { intakeId, enterpriseId });
  const { enterpriseId: gone } = await anEnterprise(services, officer, { name: 'Mundur' });
  await aSeat(services, officer, { intakeId, enterpriseId: gone, status: 'declined' });
  expect(await open()).toMatchObject({ value: { opened: 1 } });
  const made = await cases();
  expect(made.map(({ title }) => title).toSorted()).toEqual([
    'Sertifikat halal gratis: Naik Cadangan',
    'Sertifikat halal gratis: Peserta 1',
    'Sertifikat halal gratis: Peserta 2',
  ]);
  expect(made[0]?.steps).toHaveLength(5);
  expect(made[0]?.steps[0]).toMatchObject({
    dueOn: '2026-05-09',
    source: expect.stringContaining('Skema halal gratis 2026'),
  });
});

test('two who open cases at once open each once', async () => {
  const { open, cases } = await casesOfAnIntake();
  await Promise.all([open(), open()]);
  expect(await cases()).toHaveLength(2);
});

test('a step is ticked and unticked with its note; a file of another enterprise is not taken', async () => {
  const { services, officer, open, cases, seated } = await casesOfAnIntake();
  await open();
  const [one] = (await cases()).filter((found) => found.enterpriseId === seated[0]!.enterpriseId);
  const caseId = one!.caseId;
  const save = (more: object) => execute(services, officer, saveStep, { caseId, step: 1, ...more });
  expect(await save({ done: 'true', note: 'NIB lengkap' })).toMatchObject({ ok: true });
  const step = async () => (await cases()).find((found) => found.caseId === caseId)!.steps[0];
  expect(await step()).toMatchObject({ doneOn: '2026-05-06', doneBy: officer.name, note: 'NIB lengkap' });
  await save({ done: 'false' });
  expect(await step()).toMatchObject({ doneOn: null, doneBy: null, note: 'NIB lengkap' });
  const photo = new File([Buffer.from([0xff, 0xd8, 0xff, 1])], 'nib.jpg');
  const fileOf = async (enterpriseId: string) => {
    const kept = await keepFile(services, officer, { enterpriseId, file: photo });
    return kept.ok ? kept.value.fileId : '';
  };
  expect(await save({ fileId: await fileOf(seated[1]!.enterpriseId) })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await save({ fileId: await fileOf(seated[0]!.enterpriseId) })).toMatchObject({ ok: true });
  expect(await execute(services, officer, addStep, { caseId, name: 'Antar ke LPH' })).toMatchObject({
    value: { step: 6 },
  });
});

test('a case ends in evidence in the register and a line of the history, once', async () => {
  const { services, office, officer, open, cases, seated } = await casesOfAnIntake();
  await open();
  const one = (await cases()).find((found) => found.enterpriseId === seated[0]!.enterpriseId)!;
  const finish = (more = {}) =>
    execute(services, officer, finishCase, {
      caseId: one.caseId,
      number: halalNumber,
      issuedOn: '2026-05-05',
      ...more,
    });
  expect(await finish({ issuedOn: '2026-05-07' })).toMatchObject({
    refusal: { fields: [{ path: 'issuedOn' }] },
  });
  const finished = await finish();
  expect(finished).toMatchObject({ ok: true });
  expect(await finish()).toMatchObject({ refusal: { code: 'wrong_state' } });
  const closed = (await cases()).find((found) => found.caseId === one.caseId)!;
  expect(closed).toMatchObject({ status: 'done', closedBy: officer.name });
  expect(closed.steps.every(({ doneOn }) => doneOn === '2026-05-06')).toBe(true);
  const evidences = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('evidences').selectAll().execute(),
  );
  expect(evidences).toMatchObject([
    { evidenceId: closed.evidenceId, kind: 'halal', number: halalNumber, grade: 'documented' },
  ]);
  const supports = await withOffice(services.db, office, (trx) =>
    listSupports(trx, office, [seated[0]!.enterpriseId]),
  );
  expect([...supports.values()].flat()).toMatchObject([
    { kind: 'facilitation', topic: 'halal', outcome: 'completed' },
  ]);
});

test('a number that cannot be leaves the case as it was', async () => {
  const { services, officer, open, cases } = await casesOfAnIntake();
  await open({ kind: 'pirt' });
  const { caseId } = (await cases())[0]!;
  expect(
    await execute(services, officer, finishCase, { caseId, number: '12', issuedOn: '2026-05-05' }),
  ).toMatchObject({ refusal: { fields: [{ path: 'number' }] } });
  expect((await cases()).every(({ status }) => status === 'open')).toBe(true);
});

test('a case is stopped with its reason and may be taken up again, unless another was opened in its place', async () => {
  const { services, officer, open, cases } = await casesOfAnIntake();
  await open();
  const { caseId } = (await cases())[0]!;
  expect(await execute(services, officer, stopCase, { caseId, reason: '' })).toMatchObject({
    refusal: { fields: [{ path: 'reason' }] },
  });
  const stop = () => execute(services, officer, stopCase, { caseId, reason: 'Pemilik pindah' });
  const resume = () => execute(services, officer, resumeCase, { caseId });
  expect(await stop()).toMatchObject({ ok: true });
  expect(await execute(services, officer, saveStep, { caseId, step: 1, done: 'true' })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
  expect(await resume()).toMatchObject({ ok: true });
  await stop();
  await open();
  expect(await resume()).toMatchObject({ refusal: { code: 'duplicate' } });
});

test('a companion works cases of its own kelurahan; another office none', async () => {
  const { services, office, open, cases } = await casesOfAnIntake();
  await open();
  const { caseId } = (await cases())[0]!;
  const tick = (actor: ReturnType<typeof anActor>) =>
    execute(services, actor, saveStep, { caseId, step: 1, done: 'true' });
  const near = anActor(office, 'companion', { kind: 'village', code: '33.75.04.1004' });
  const far = anActor(office, 'companion', { kind: 'village', code: '33.75.01.1001' });
  expect(await tick(near)).toMatchObject({ ok: true });
  expect(await tick(far)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await tick(anActor(office, 'head'))).toMatchObject({ refusal: { code: 'forbidden' } });
  expect(await tick(anActor(await anOffice(services, '33.25')))).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
