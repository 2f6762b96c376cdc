import { expect, test } from 'vitest';
import { merge } from '#features/register-enterprise/commands/merge-enterprises.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { recordFigure } from '../../register-enterprise/commands/record-figure.server.ts';
import { listAsks } from '../ask-store.server.ts';
import { anEndedIntake, aSeat, someAnswers } from '../factory.ts';
import { outcomePermissions } from '../permissions.ts';
import { askPage } from '../queries/ask-page.server.ts';
import { intakeOutcomes } from '../queries/intake-outcomes.server.ts';
import { outcomeOverview } from '../queries/outcome-overview.server.ts';
import { outcomeProfilePart } from '../queries/outcome-profile-part.server.ts';
import { planOffice } from './plan-asks.server.ts';
import { recordAnswer } from './record-answer.server.ts';

const view = outcomePermissions['outcome.view'];

/** On 6 May 2026 an intake that ended on 1 February: the three-month ask is due since 1 May, until 15 June. */
async function anAskedOffice(given: Parameters<typeof anEndedIntake>[2] = {}) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const ended = await anEndedIntake(services, officer, given);
  const page = (months: 3 | 6 | 12 | null = null, actor: Actor = officer) =>
    read(services, actor, view, (context) => intakeOutcomes(context, ended.intakeId, months)).then(must);
  const asks = (months = 3) =>
    withOffice(services.db, office, async (trx) =>
      (await listAsks(trx, office, { intakeId: ended.intakeId })).filter((ask) => ask.months === months),
    );
  const tell = (askId: string, answers: object = someAnswers(), by: Actor = officer, answerId = newId()) =>
    execute(services, by, recordAnswer, { askId, answerId, answers });
  return { services, office, officer, ...ended, page, asks, tell };
}

const trailOf = (services: TestServices, office: string, like: string) =>
  withOffice(services.db, office, async (trx) => {
    const rows = await trx
      .selectFrom('auditEvents')
      .select('action')
      .where('action', 'like', `${like}%`)
      .execute();
    return rows.map(({ action }) => action);
  });

test('everybody who held a seat to the end is asked after 3, 6 and 12 months, once, however often it is planned', async () => {
  const { services, office, officer, intakeId } = await anAskedOffice();
  for (const status of ['declined', 'left', 'offered'] as const) {
    const other = await anEnterprise(services, officer, { name: `Usaha ${status}`, owner: status });
    await aSeat(services, officer, intakeId, other.enterpriseId, status);
  }
  expect(await planOffice(services, office)).toBe(6);
  expect(await planOffice(services, office)).toBe(0);
  const asks = await withOffice(services.db, office, (trx) => listAsks(trx, office, { intakeId }));
  expect(asks.map(({ months, dueOn, closesOn }) => [months, dueOn, closesOn])).toEqual([
    [3, '2026-05-01', '2026-06-15'],
    [3, '2026-05-01', '2026-06-15'],
    [6, '2026-08-01', '2026-09-15'],
    [6, '2026-08-01', '2026-09-15'],
    [12, '2027-02-01', '2027-03-18'],
    [12, '2027-02-01', '2027-03-18'],
  ]);
});

test('two at once plan the same asks only once', async () => {
  const { services, office, page } = await anAskedOffice();
  const made = await Promise.all([planOffice(services, office), planOffice(services, office), page()]);
  expect(Number(made[0]) + Number(made[1])).toBeLessThanOrEqual(6);
  expect((await page())?.waves.map(({ people }) => people)).toEqual([2, 2, 2]);
});

test('an intake that goes on asks nobody, and one whose last day went by does', async () => {
  const { services, page } = await anAskedOffice({ endsOn: '2026-05-06', finished: false });
  expect(await page()).toMatchObject({ intake: { hasEnded: false }, waves: [{ people: 0 }, {}, {}] });
  services.setNow(new Date('2026-05-07T03:00:00Z'));
  expect(await page()).toMatchObject({ intake: { hasEnded: true }, waves: [{ people: 2 }, {}, {}] });
});

test('what an officer was told counts as told; a shared denominator keeps who is silent', async () => {
  const { services, office, page, asks, tell } = await anAskedOffice({ owners: ['Siti', 'Karsi', 'Warni'] });
  await page();
  const [first, second] = await asks();
  const answerId = newId();
  const answers = { running: 'running', salesBand: 'to_15', productName: ' sarung  goyor ' };
  expect(await tell(first!.askId, answers, undefined, answerId)).toMatchObject({ ok: true });
  // Sent twice it is kept once, and under another ask it is nothing.
  expect(await tell(first!.askId, answers, undefined, answerId)).toMatchObject({ ok: true });
  expect(await tell(second!.askId, answers, undefined, answerId)).toMatchObject({
    refusal: { code: 'not_found' },
  });
  const shown = await page();
  expect(shown).toMatchObject({
    months: 3,
    phase: 'open',
    sums: { asked: 3, answered: 1, noNews: 2, confirmed: 0 },
  });
  expect(shown?.sums.running).toEqual({ running: 1, no_news: 2 });
  expect(shown?.lines.find(({ askId }) => askId === first!.askId)).toMatchObject({
    standing: 'told',
    via: 'officer',
    answers: { newProduct: 'yes', productName: 'sarung goyor', newBuyer: null },
  });
  expect(await trailOf(services, office, 'outcome')).toEqual(['outcome.recorded']);
});

test('only whether it still runs must be said', async () => {
  const { page, asks, tell } = await anAskedOffice();
  await page();
  const [ask] = await asks();
  expect(await tell(ask!.askId, { salesBand: 'to_5' })).toMatchObject({
    refusal: { fields: [{ path: 'answers.running' }] },
  });
  expect(await tell(ask!.askId, { running: 'unknown', salesBand: '', newBuyer: '' })).toMatchObject({
    ok: true,
  });
  expect(await tell(ask!.askId, { running: 'running', salesBand: 'lots' })).toMatchObject({
    refusal: { fields: [{ path: 'answers.salesBand' }] },
  });
});

test('before it is due and after it is closed nothing is recorded, and silence is silence', async () => {
  const { services, page, asks, tell } = await anAskedOffice();
  await page();
  const [later] = await asks(6);
  expect(await tell(later!.askId)).toMatchObject({ refusal: { code: 'wrong_state' } });
  services.setNow(new Date('2026-06-16T03:00:00Z'));
  const [closed] = await asks(3);
  expect(await tell(closed!.askId)).toMatchObject({ refusal: { code: 'expired' } });
  expect(await page(3)).toMatchObject({
    phase: 'closed',
    sums: { asked: 2, answered: 0, noNews: 2 },
    lines: [{ standing: 'silent' }, { standing: 'silent' }],
  });
});

test('sales are held against what the register knew before, never against what it learnt later', async () => {
  const { services, officer, enterpriseIds, page, asks, tell } = await anAskedOffice();
  const figure = (year: number, amount: number) =>
    execute(services, officer, recordFigure, {
      enterpriseId: enterpriseIds[0],
      kind: 'sales',
      year,
      amount: String(amount),
    });
  must(await figure(2025, 24_000_000));
  must(await figure(2027, 900_000_000));
  await page();
  for (const ask of await asks()) must(await tell(ask.askId, { running: 'running', salesBand: 'to_15' }));
  expect((await page())?.sums.sales).toEqual({ up: 1, no_figure_before: 1 });
});

test('a companion sees and records within reach only, and is named as a companion', async () => {
  const { services, office, officer, enterpriseIds, page, asks, tell } = await anAskedOffice();
  await page();
  const companion = anActor(office, 'companion', { kind: 'village', code: '33.75.03.1001' });
  expect(await page(3, companion)).toMatchObject({ isWhole: false, lines: [] });
  const [ask] = await asks();
  expect(await tell(ask!.askId, undefined, companion)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(must(await read(services, companion, view, (context) => askPage(context, ask!.askId)))).toBeNull();
  const near = anActor(office, 'companion');
  expect(await tell(ask!.askId, undefined, near)).toMatchObject({ ok: true });
  const told = must(await read(services, officer, view, (context) => askPage(context, ask!.askId)));
  expect(told).toMatchObject({
    standing: 'told',
    history: [{ via: 'companion', recordedBy: 'Uji companion' }],
  });
  expect(enterpriseIds).toContain(ask!.enterpriseId);
});

test('another office, a partner and a head of office record nothing', async () => {
  const { services, office, page, asks, tell } = await anAskedOffice();
  await page();
  const [ask] = await asks();
  const elsewhere = anActor(await anOffice(services, '33.25'));
  expect(await tell(ask!.askId, undefined, elsewhere)).toMatchObject({ refusal: { code: 'not_found' } });
  for (const role of ['partner', 'head', 'owner'] as const)
    expect(await tell(ask!.askId, undefined, anActor(office, role))).toMatchObject({
      refusal: { code: 'forbidden' },
    });
});

test('after a merge the asks are read through the record that stands for them', async () => {
  const { services, officer, enterpriseIds, page, asks, tell } = await anAskedOffice();
  await page();
  const [survivorId, mergedId] = enterpriseIds;
  const ask = (await asks()).find(({ enterpriseId }) => enterpriseId === mergedId)!;
  must(await execute(services, officer, merge, { kind: 'same', survivorId, mergedId }));
  must(await tell(ask.askId));
  const line = (await page())?.lines.find(({ askId }) => askId === ask.askId);
  expect(line).toMatchObject({ enterpriseId: survivorId, name: 'Batik Siti', standing: 'told' });
  const part = must(
    await read(services, officer, view, (context) => outcomeProfilePart.read(context, survivorId!)),
  );
  expect(part.lines).toHaveLength(6);
  expect(part.lines.map(({ note }) => note.id).join()).toContain('Masih berjalan');
});

test('the overview tells what is to be asked now, and what comes next', async () => {
  const { services, officer, intakeId, asks, tell } = await anAskedOffice();
  await anEndedIntake(services, officer, { endsOn: '2026-05-01', owners: ['Nur'] });
  const overview = () => read(services, officer, view, outcomeOverview).then(must);
  expect((await overview()).lines).toMatchObject([
    { intakeId, next: { months: 3, isOpen: true, silent: 2 } },
    { next: { months: 3, isOpen: false, dueOn: '2026-08-01' } },
  ]);
  for (const ask of await asks()) must(await tell(ask.askId));
  expect((await overview()).lines.find((line) => line.intakeId === intakeId)).toMatchObject({
    waves: [{ months: 3, people: 2, answered: 2, confirmed: 0 }, {}, {}],
    next: { months: 6, isOpen: false },
  });
});
