import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { setCeiling } from '../commands/budget-lines.server.ts';
import { steerIntake } from '../commands/steer-intake.server.ts';
import { aBudgetLine, anIntake, aPartner, aProgramme } from '../factory.ts';
import { programmePermissions } from '../permissions.ts';
import { budgetPage, linePage } from './budget-pages.server.ts';
import { newIntakeForm } from './intake-form.server.ts';
import { intakePage } from './intake-page.server.ts';
import { programmeList } from './programme-list.server.ts';

async function twoPartners() {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  const [blk, pt] = [await aPartner(services, admin, 'BLK'), await aPartner(services, admin, 'PT Ekspor')];
  const budgetLineId = await aBudgetLine(services, admin);
  const programmeId = await aProgramme(services, admin, { partnerId: blk });
  const plan = (given: object) => anIntake(services, admin, programmeId, { budgetLineId, ...given });
  return {
    services,
    office,
    admin,
    programmeId,
    budgetLineId,
    pt,
    ofProgramme: await plan({}),
    ofOther: await plan({ name: 'Angkatan 2 tahun 2026', partnerId: pt }),
    partner: (code: string) => anActor(office, 'partner', { kind: 'partner', code }),
    blk,
  };
}

test('a partner sees the intakes it carries out, its own or its programme’s, without their money, and no others', async () => {
  const { services, partner, blk, pt, ofProgramme, ofOther } = await twoPartners();
  const view = programmePermissions['programme.view_own'];
  const list = (by: Actor) => read(services, by, view, programmeList);
  const page = (by: Actor, id: string) => read(services, by, view, (context) => intakePage(context, id));
  expect(await list(partner(blk))).toMatchObject({
    value: { programmes: null, budget: null, intakes: [{ intakeId: ofProgramme, partner: 'BLK' }] },
  });
  expect(await page(partner(blk), ofProgramme)).toMatchObject({ value: { partner: 'BLK', money: null } });
  expect(await page(partner(blk), ofOther)).toEqual({ ok: true, value: null });
  expect(await page(partner(pt), ofOther)).toMatchObject({ value: { partner: 'PT Ekspor' } });
});

test('the role of a partner without a partner shows nothing, and opens none of the staff’s pages', async () => {
  const { services, office, partner, blk, ofProgramme } = await twoPartners();
  const own = programmePermissions['programme.view_own'];
  const stray = anActor(office, 'partner');
  expect(await read(services, stray, own, programmeList)).toMatchObject({ value: { intakes: [] } });
  expect(await read(services, stray, own, (context) => intakePage(context, ofProgramme))).toMatchObject({
    value: null,
  });
  for (const view of [programmePermissions['programme.view'], programmePermissions['budget.view']])
    expect(await read(services, partner(blk), view, programmeList)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
});

test('a companion sees programmes, but neither the budget nor what an intake costs its line', async () => {
  const { services, office, ofProgramme } = await twoPartners();
  const companion = anActor(office, 'companion', { kind: 'village', code: '33.75.04.1004' });
  const view = programmePermissions['programme.view'];
  expect(await read(services, companion, view, programmeList)).toMatchObject({
    value: { programmes: [{ intakes: 2 }], budget: null },
  });
  expect(await read(services, companion, view, (context) => intakePage(context, ofProgramme))).toMatchObject({
    value: { money: null },
  });
});

test('the budget page tells ceiling, committed, spent and excess with the document that holds', async () => {
  const { services, admin, budgetLineId, ofProgramme, ofOther } = await twoPartners();
  await execute(services, admin, steerIntake, { intakeId: ofProgramme, action: 'open' });
  await execute(services, admin, steerIntake, { intakeId: ofOther, action: 'open' });
  const shift = { amount: '20 jt', effectiveOn: '2026-05-06', documentNumber: 'DPPA/1' };
  await execute(services, admin, setCeiling, { budgetLineId, ...shift });
  const view = programmePermissions['budget.view'];
  expect(await read(services, admin, view, (context) => budgetPage(context))).toMatchObject({
    value: {
      year: 2026,
      asOf: '2026-05-06',
      sum: { ceiling: 20_000_000, committed: 30_000_000, spent: 0, left: 0, over: 10_000_000 },
      lines: [{ inForce: { documentNumber: 'DPPA/1' } }],
    },
  });
  expect(await read(services, admin, view, (context) => linePage(context, budgetLineId))).toMatchObject({
    value: { ceilings: [{ documentNumber: 'DPPA/1' }, {}], commitments: [{ mayPostpone: true }, {}] },
  });
});

test('the next intake is filled in as the last one was, under the next number', async () => {
  const { services, admin, programmeId, budgetLineId, pt } = await twoPartners();
  const form = await read(services, admin, programmePermissions['programme.plan'], (context) =>
    newIntakeForm(context, programmeId),
  );
  expect(form).toMatchObject({
    value: {
      values: {
        name: 'Angkatan 3 tahun 2026',
        seats: '30',
        costPerSeat: '500000',
        budgetLineId,
        partnerId: pt,
      },
    },
  });
});
