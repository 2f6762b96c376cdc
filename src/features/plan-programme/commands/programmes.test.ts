import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aBudgetLine, anIntake, aPartner, aProgramme, intakeFacts } from '../factory.ts';
import { findIntake, findIntakeByCode } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { findProgramme, listStages } from '../programme-store.server.ts';
import { intakePage } from '../queries/intake-page.server.ts';
import { templates } from '../rules/templates.ts';
import { createIntake } from './create-intake.server.ts';
import { createProgramme } from './create-programme.server.ts';
import { editIntake } from './edit-intake.server.ts';
import { editProgramme, steerProgramme } from './edit-programme.server.ts';
import { addPartner, editPartner } from './partners.server.ts';
import { steerIntake } from './steer-intake.server.ts';

async function anOfficeThatPlans() {
  const services = await freshServices();
  const office = await anOffice(services);
  return { services, office, officer: anActor(office), admin: anActor(office, 'data_officer') };
}

test.each(templates.map(({ key }) => key))(
  'the template %s becomes a programme with its stages',
  async (key) => {
    const { services, office, officer } = await anOfficeThatPlans();
    const programmeId = await aProgramme(services, officer, { template: key });
    const template = templates.find((one) => one.key === key)!;
    const [programme, stages] = await withOffice(services.db, office, async (trx) => [
      await findProgramme(trx, office, programmeId),
      await listStages(trx, office, programmeId),
    ]);
    expect(programme).toMatchObject({
      template: key,
      kind: template.kind,
      topic: template.topic,
      status: 'active',
    });
    expect(stages.map(({ stage, name }) => [stage, name])).toEqual(
      template.stages.map(({ name }, at) => [at + 1, name]),
    );
  },
);

test('the export training is for batches of 30 in two stages', () => {
  expect(templates.find(({ key }) => key === 'export_training')).toMatchObject({
    kind: 'training',
    topic: 'export',
    seats: 30,
    stages: [{}, {}],
  });
});

test('programmes and intakes are planned by officers of the whole office only', async () => {
  const { services, office, officer } = await anOfficeThatPlans();
  const programmeId = await aProgramme(services, officer);
  for (const actor of [
    anActor(office, 'head'),
    anActor(office, 'companion'),
    anActor(office, 'partner'),
    anActor(office, 'officer', { kind: 'district', code: '33.75.04' }),
  ])
    expect(await execute(services, actor, createIntake, { ...intakeFacts, programmeId })).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  await anOffice(services, '33.25');
  expect(
    await execute(services, anActor('33.25'), createIntake, { ...intakeFacts, programmeId }),
  ).toMatchObject({ refusal: { code: 'not_found' } });
});

test('what is missing or out of order is said field by field', async () => {
  const { services, officer, admin } = await anOfficeThatPlans();
  const programmeId = await aProgramme(services, officer);
  const outcome = await execute(services, officer, createIntake, {
    ...intakeFacts,
    programmeId,
    name: ' ',
    seats: 'banyak',
    costPerSeat: 'murah',
    endsOn: '2026-06-01',
  });
  const paths = !outcome.ok && outcome.refusal.fields?.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['name', 'seats', 'costPerSeat']));
  const line = await aBudgetLine(services, admin);
  const later = { ...intakeFacts, startsOn: '2027-01-04', endsOn: '2027-01-05' };
  const more = { stage: 3, partnerId: newId(), budgetLineId: line };
  expect(await execute(services, officer, createIntake, { ...later, ...more, programmeId })).toMatchObject({
    refusal: { fields: [{ path: 'stage' }, { path: 'partnerId' }, { path: 'budgetLineId' }] },
  });
  const days = { applicationsOpenOn: '2026-05-20', applicationsCloseOn: '2026-05-19' };
  expect(
    await execute(services, officer, createIntake, { ...intakeFacts, ...days, programmeId }),
  ).toMatchObject({
    refusal: { fields: [{ path: 'applicationsCloseOn' }] },
  });
});

test('an intake is found by the code in its public address, and applications open when it is opened', async () => {
  const { services, office, officer } = await anOfficeThatPlans();
  const intakeId = await anIntake(services, officer, await aProgramme(services, officer));
  const find = () => withOffice(services.db, office, (trx) => findIntake(trx, office, intakeId));
  const { code } = (await find())!;
  expect(code).toMatch(/^[a-z2-9]{6}$/);
  expect(await withOffice(services.db, office, (trx) => findIntakeByCode(trx, office, code))).toMatchObject({
    intakeId,
    applicationsOpenAt: null,
  });
  await execute(services, officer, steerIntake, { intakeId, action: 'open' });
  expect(await find()).toMatchObject({ status: 'open', applicationsOpenAt: services.clock(), revision: 2 });
});

test('a finished or cancelled intake is changed no more', async () => {
  const { services, officer } = await anOfficeThatPlans();
  const intakeId = await anIntake(services, officer, await aProgramme(services, officer));
  await execute(services, officer, steerIntake, { intakeId, action: 'cancel', reason: 'Kurang peminat' });
  expect(await execute(services, officer, steerIntake, { intakeId, action: 'open' })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
  expect(
    await execute(services, officer, editIntake, { ...intakeFacts, intakeId, revision: 2 }),
  ).toMatchObject({ refusal: { code: 'wrong_state' } });
});

test('a stage that an intake is for cannot be taken away, and the second of two edits is told', async () => {
  const { services, officer } = await anOfficeThatPlans();
  const programmeId = await aProgramme(services, officer);
  await anIntake(services, officer, programmeId, { stage: 2 });
  const facts = { programmeId, revision: 1, kind: 'training', topic: 'export', name: 'Kelas ekspor' };
  const edit = (stages: string[]) =>
    execute(services, officer, editProgramme, { ...facts, stages: stages.map((name) => ({ name })) });
  expect(await edit(['Satu'])).toMatchObject({ refusal: { fields: [{ path: 'stages' }] } });
  expect(await edit(['Satu', 'Dua', 'Tiga'])).toMatchObject({ ok: true });
  expect(await edit(['Satu', 'Dua'])).toMatchObject({ refusal: { code: 'conflict_stale' } });
});

test('a programme ends only when no intake is under way, and then takes none', async () => {
  const { services, officer } = await anOfficeThatPlans();
  const programmeId = await aProgramme(services, officer);
  const intakeId = await anIntake(services, officer, programmeId);
  const steer = (action: string) => execute(services, officer, steerProgramme, { programmeId, action });
  expect(await steer('end')).toMatchObject({ refusal: { code: 'wrong_state' } });
  await execute(services, officer, steerIntake, { intakeId, action: 'cancel' });
  expect(await steer('end')).toMatchObject({ ok: true });
  expect(await steer('end')).toMatchObject({ refusal: { code: 'already_done' } });
  expect(await execute(services, officer, createIntake, { ...intakeFacts, programmeId })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
  expect(await steer('reopen')).toMatchObject({ ok: true });
});

test('a partner stands once by its name; one that was ended keeps its intakes', async () => {
  const { services, officer } = await anOfficeThatPlans();
  const partnerId = await aPartner(services, officer, 'BLK Pekalongan');
  expect(
    await execute(services, officer, addPartner, { kind: 'company', name: 'BLK Pekalongan' }),
  ).toMatchObject({ refusal: { code: 'duplicate' } });
  const ended = { partnerId, revision: 1, kind: 'training_centre', name: 'BLK', endedOn: '2026-05-01' };
  expect(await execute(services, officer, editPartner, ended)).toMatchObject({ ok: true });
  expect(await execute(services, officer, editPartner, ended)).toMatchObject({
    refusal: { code: 'conflict_stale' },
  });
  expect(
    await execute(services, anActor('33.75', 'companion'), createProgramme, {
      kind: 'training',
      topic: 'halal',
      name: 'Kelas',
      stages: [],
    }),
  ).toMatchObject({ refusal: { code: 'forbidden' } });
});

test('a budget line of another year is refused for its year, one that is none as no choice', async () => {
  const { services, officer, admin } = await anOfficeThatPlans();
  const programmeId = await aProgramme(services, officer);
  const budgetLineId = await aBudgetLine(services, admin);
  const plan = (more: object) =>
    execute(services, officer, createIntake, { ...intakeFacts, programmeId, budgetLineId, ...more });
  expect(await plan({ startsOn: '2027-06-03', endsOn: '2027-06-05' })).toMatchObject({
    refusal: { fields: [{ path: 'budgetLineId', code: 'other_year' }] },
  });
  expect(await plan({ budgetLineId: newId() })).toMatchObject({
    refusal: { fields: [{ path: 'budgetLineId', code: 'not_a_choice' }] },
  });
});

test('why an intake waits stands on its page until it goes on', async () => {
  const { services, officer } = await anOfficeThatPlans();
  const intakeId = await anIntake(services, officer, await aProgramme(services, officer));
  const steer = (action: string, reason?: string) =>
    execute(services, officer, steerIntake, { intakeId, action, reason });
  const why = async () => {
    const view = programmePermissions['programme.view'];
    const page = await read(services, officer, view, (context) => intakePage(context, intakeId));
    return page.ok ? page.value?.statusReason : undefined;
  };
  await steer('postpone', 'Aula dipakai pemilu');
  expect(await why()).toBe('Aula dipakai pemilu');
  await steer('resume');
  expect(await why()).toBeNull();
  await steer('cancel', 'Mitra mundur');
  expect(await why()).toBe('Mitra mundur');
});
