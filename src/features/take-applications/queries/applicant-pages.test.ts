import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { judgeRegister, saveConditions } from '../../judge-eligibility/index.server.ts';
import { steerIntake } from '../../plan-programme/commands/steer-intake.server.ts';
import { anIntake } from '../../plan-programme/factory.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { makeInvitations } from '../commands/invitations.server.ts';
import { withdrawApplication } from '../commands/withdraw.server.ts';
import { anApplication, anOpenIntake } from '../factory.ts';
import { applicationPermissions } from '../permissions.ts';
import { applicantsPage } from './applicants.server.ts';
import { addPage, invitePage } from './candidates.server.ts';
import { ownApplyPage } from './own-apply.server.ts';
import { posterFacts, publicIntake, publicIntakes } from './public-intakes.server.ts';

const view = applicationPermissions['application.view'];

/** An open intake of a programme that asks for a NIB and for food. */
async function anOfficeWithConditions() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { intakeId, programmeId } = await anOpenIntake(services, actor);
  const line = (key: string, label: string, when: object) => ({ key, label: { id: label, en: label }, when });
  must(
    await execute(services, actor, saveConditions, {
      programmeId,
      conditions: {
        lines: [
          line('nib', 'NIB', { ask: 'nib' }),
          line('food', 'Usaha makanan', { ask: 'sector', in: ['food'] }),
        ],
      },
      effectiveOn: '2026-05-06',
      afterVersion: 0,
    }),
  );
  const shown = async (by: Actor = actor, filter: Parameters<typeof applicantsPage>[2]['filter'] = null) =>
    must(
      await read(services, by, view, (context) =>
        applicantsPage(context, intakeId, { filter, from: 0 }, 'id'),
      ),
    );
  return { services, office, actor, intakeId, programmeId, shown };
}

const food = (nib: string | null, name: string, village?: string) => ({
  name,
  nib,
  sector: 'food',
  ...(village ? { village } : {}),
});

test('the list says who meets the conditions, who lacks which, what is not known, and who was never helped', async () => {
  const { services, actor, intakeId, shown } = await anOfficeWithConditions();
  const meets = await anEnterprise(services, actor, food('9120001234567', 'Serabi'));
  const other = await anEnterprise(services, actor, { name: 'Batik', nib: '9120001234568', sector: 'batik' });
  const unknown = await anEnterprise(services, actor, food(null, 'Lumpia'));
  for (const { enterpriseId } of [meets, other, unknown])
    await anApplication(services, actor, intakeId, { enterpriseId });
  const page = (await shown())!;
  expect(
    page.rows.map(({ number, name, standing, lacking, unknown: notKnown }) => [
      number,
      name,
      standing,
      lacking,
      notKnown,
    ]),
  ).toEqual([
    [1, 'Serabi', 0, [], []],
    [2, 'Batik', 1, ['Usaha makanan'], []],
    [3, 'Lumpia', 3, [], ['NIB']],
  ]);
  expect(page.rows[0]?.exposure).toBe('belum pernah dibina');
  expect(page.counts).toEqual({
    received: 3,
    withdrawn: 0,
    standing: { meets: 1, one: 1, no: 0, unknown: 1 },
  });
});

test('a number once given stays: who comes after a withdrawal does not move up', async () => {
  const { services, actor, intakeId, shown } = await anOfficeWithConditions();
  const first = await anApplication(services, actor, intakeId, { name: 'Pertama' });
  await anApplication(services, actor, intakeId, { name: 'Kedua' });
  const { applicationId } = first;
  must(await execute(services, actor, withdrawApplication, { applicationId, reason: 'Pindah' }));
  const withdrawn = (await shown(actor, 'dicabut'))!;
  expect(withdrawn.rows.map(({ number, name }) => [number, name])).toEqual([[1, 'Pertama']]);
  expect((await shown())!.rows.map(({ number, status }) => [number, status])).toEqual([
    [1, 'withdrawn'],
    [2, 'received'],
  ]);
});

test('a companion sees the applicants of their own area only', async () => {
  const { services, office, actor, intakeId, shown } = await anOfficeWithConditions();
  const near = await anEnterprise(services, actor, food(null, 'Dekat', '33.75.04.1004'));
  const far = await anEnterprise(services, actor, food(null, 'Jauh', '33.75.01.1004'));
  for (const { enterpriseId } of [far, near])
    await anApplication(services, actor, intakeId, { enterpriseId });
  const page = (await shown(anActor(office, 'companion', { kind: 'village', code: '33.75.04.1004' })))!;
  expect(page.rows.map(({ number, name }) => [number, name])).toEqual([[2, 'Dekat']]);
  expect(page.counts.received).toBe(1);
});

test('search for applicants finds by name and says who has applied already', async () => {
  const { services, actor, intakeId } = await anOfficeWithConditions();
  await anApplication(services, actor, intakeId, { name: 'Serabi Mbak Sri' });
  await anEnterprise(services, actor, food('9120001234567', 'Serabi Notosuman'));
  const page = must(
    await read(services, actor, view, (context) => addPage(context, intakeId, 'serabi', 'id')),
  )!;
  const found = page.candidates.map(({ name, applied }) => [name, applied]).toSorted();
  expect(found).toEqual([
    ['Serabi Mbak Sri', 1],
    ['Serabi Notosuman', null],
  ]);
});

test('all who meet the conditions are offered for invitation, but not who applied or holds a code', async () => {
  const { services, office, actor, intakeId } = await anOfficeWithConditions();
  const names = ['Bebas', 'Sudah daftar', 'Sudah diundang'];
  const ids: string[] = [];
  for (const [at, name] of names.entries())
    ids.push((await anEnterprise(services, actor, food(`912000123456${at}`, name))).enterpriseId);
  await anEnterprise(services, actor, food(null, 'Belum diketahui'));
  await anApplication(services, actor, intakeId, { enterpriseId: ids[1]! });
  must(await execute(services, actor, makeInvitations, { intakeId, enterpriseIds: [ids[2]!] }));
  const runId = await inOneTransaction(services, actor, async ({ trx }) => {
    const runs = trx.selectFrom('eligibilityRuns').select('runId').where('finishedAt', 'is', null);
    return (await runs.executeTakeFirstOrThrow()).runId;
  });
  await judgeRegister(services, office, runId);
  const asked = { by: 'memenuhi', text: '' } as const;
  const page = must(
    await read(services, actor, view, (context) => invitePage(context, intakeId, asked, 'id')),
  )!;
  expect(page.candidates.map(({ name }) => name)).toEqual(['Bebas']);
  expect(page.invitations.map(({ name, state }) => [name, state])).toEqual([['Sudah diundang', 'waiting']]);
});

test('an owner sees their own enterprises alone, each with what it lacks, and which has applied', async () => {
  const { services, office, actor, intakeId } = await anOfficeWithConditions();
  const own = await anEnterprise(services, actor, food('9120001234567', 'Serabi'));
  const second = await anEnterprise(services, actor, {
    ownerId: own.ownerId,
    name: 'Batik',
    sector: 'batik',
  });
  await anApplication(services, actor, intakeId, { enterpriseId: second.enterpriseId });
  await anEnterprise(services, actor, { name: 'Punya orang', owner: 'Orang Lain' });
  const owner = anActor(office, 'owner', { kind: 'owner', code: own.ownerId });
  const page = must(
    await read(services, owner, applicationPermissions['application.take_own'], async (context) => {
      const intake = await findIntake(context.trx, office, intakeId);
      return ownApplyPage(context, intake?.code ?? '', 'id');
    }),
  )!;
  expect(page.enterprises.map(({ name, standing, applied }) => [name, standing, applied])).toEqual([
    ['Batik', 2, true],
    ['Serabi', 0, false],
  ]);
});

test('anybody sees what is open with its conditions, and neither what is planned only nor money, people or inner ids', async () => {
  const { services, office, actor, intakeId, programmeId } = await anOfficeWithConditions();
  await anApplication(services, actor, intakeId, { name: 'Serabi Mbak Sri', proposedBy: 'Lurah Jenggot' });
  const plannedId = await anIntake(services, actor, programmeId, { name: 'Rahasia' });
  const codes = await inOneTransaction(services, actor, async ({ trx }) => ({
    open: (await findIntake(trx, office, intakeId))!.code,
    planned: (await findIntake(trx, office, plannedId))!.code,
  }));
  const list = await publicIntakes(services, office);
  expect(list?.open.map(({ code }) => code)).toEqual([codes.open]);
  expect(await publicIntake(services, office, codes.planned, 'id')).toBeNull();
  const page = await publicIntake(services, office, codes.open, 'id');
  expect(page?.conditions.map(({ label }) => label)).toEqual(['NIB', 'Usaha makanan']);
  expect(JSON.stringify([list, page])).not.toMatch(/Serabi|Jenggot|500000|Rahasia|[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('an address that is none has no page, whatever letters it is made of', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  for (const code of ['\0', "2ztksy' or 1=1", 'x'.repeat(5_000)])
    expect(await publicIntake(services, office, code, 'id')).toBeNull();
});

test('posters are not drawn without end for one address', async () => {
  const { services, office, actor, intakeId } = await anOfficeWithConditions();
  const intake = must(await read(services, actor, view, ({ trx }) => findIntake(trx, office, intakeId)));
  const ask = (address: string) =>
    posterFacts(services, address, { officeCode: office, code: intake?.code ?? '' });
  for (let at = 0; at < 30; at += 1)
    expect(await ask('203.0.113.7')).toMatchObject({ ok: true, value: { intake: { officeCode: office } } });
  expect(await ask('203.0.113.7')).toMatchObject({ refusal: { code: 'rate_limited' } });
  expect(await ask('203.0.113.8')).toMatchObject({ ok: true });
});

test('an intake that closed is still shown as closed for a while; an office that is none has no page', async () => {
  const { services, office, actor, intakeId } = await anOfficeWithConditions();
  must(await execute(services, actor, steerIntake, { intakeId, action: 'close' }));
  expect(await publicIntakes(services, office)).toMatchObject({
    open: [],
    closed: [{ window: { state: 'closed' } }],
  });
  expect(await publicIntakes(services, '99.99')).toBeNull();
  expect(await publicIntakes(services, "33.75' or 1=1")).toBeNull();
});
