import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { openChat } from '../../reach-out/commands/open-chat.server.ts';
import { takeNext } from '../../reach-out/commands/take-next.server.ts';
import { registerLinkSources } from '../../reach-out/index.server.ts';
import { anEndedIntake, someAnswers } from '../factory.ts';
import { outcomePermissions } from '../permissions.ts';
import { askPage } from '../queries/ask-page.server.ts';
import { intakeOutcomes } from '../queries/intake-outcomes.server.ts';
import { holderOf, tellPage } from '../queries/tell-page.server.ts';
import { answerByLink, confirmByLink, disputeByLink } from './answer-by-link.server.ts';
import { askByChat, outcomeLinks } from './ask-by-chat.server.ts';
import { makeLink, takeLinks } from './make-links.server.ts';
import { recordAnswer } from './record-answer.server.ts';

const site = 'https://umkm.contoh.go.id';
const codeIn = (link: string) => link.split('/').at(-1)!;

async function aLink(given: Parameters<typeof anEndedIntake>[2] = {}) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId } = await anEndedIntake(services, officer, given);
  const links = must(await execute(services, officer, takeLinks, { intakeId, months: 3 }));
  const [first] = links;
  const { ask, link } = first!;
  const code = codeIn(link);
  const page = (wanted = code) => tellPage(services, '10.0.0.1', wanted);
  const holder = async () => must(await holderOf(services, '10.0.0.2', code)).actor;
  const tell = async (answers: object = someAnswers(), answerId = newId()) =>
    execute(services, await holder(), answerByLink, { code, answerId, answers });
  const standing = async () => {
    const view = outcomePermissions['outcome.view'];
    return must(await read(services, officer, view, (context) => askPage(context, ask.askId)))?.standing;
  };
  return { services, office, officer, intakeId, links, ask, code, page, holder, tell, standing };
}

test('by the link the owner answers without a password, may correct it, and all answers are kept', async () => {
  const { services, office, ask, page, tell, standing } = await aLink();
  expect(await page()).toMatchObject({
    ok: true,
    value: { enterpriseName: 'Batik Siti', months: 3, phase: 'open', answers: null, pending: null },
  });
  const answerId = newId();
  must(await tell({ running: 'running' }, answerId));
  must(await tell({ running: 'running' }, answerId));
  services.setNow(new Date('2026-05-20T03:00:00Z'));
  must(await tell({ running: 'paused', salesBand: 'to_5' }));
  expect(await page()).toMatchObject({ value: { answers: { running: 'paused', salesBand: 'to_5' } } });
  expect(await standing()).toBe('confirmed');
  const kept = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('outcomeAnswers').select(['via', 'recordedBy']).where('askId', '=', ask.askId).execute(),
  );
  expect(kept).toEqual([
    { via: 'owner', recordedBy: 'Pemilik, lewat tautan' },
    { via: 'owner', recordedBy: 'Pemilik, lewat tautan' },
  ]);
});

test('the page says no more than the enterprise, the training, and what was answered', async () => {
  const { page } = await aLink();
  const found = must(await page());
  expect(Object.keys(found).sort()).toEqual([
    'answers',
    'closesOn',
    'dueOn',
    'enterpriseName',
    'months',
    'officeName',
    'pending',
    'phase',
    'programme',
    'withExport',
  ]);
  expect(JSON.stringify(found)).not.toMatch(/62812|"Siti"/);
});

test('of a code only its hash is kept, and codes that were never made lead nowhere', async () => {
  const { services, office, code, page } = await aLink();
  const rows = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('outcomeAsks').selectAll().execute(),
  );
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(await page('aaaa-bbbb-cccc-dddd')).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await page("' or 1=1 --")).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await page(`  ${code.toUpperCase()} `)).toMatchObject({ ok: true });
});

test('whoever tries codes is stopped', async () => {
  const { page } = await aLink();
  let last: Awaited<ReturnType<typeof page>> | undefined;
  for (let at = 0; at <= 120; at++) last = await page('aaaa-bbbb-cccc-dddd');
  expect(last).toMatchObject({ refusal: { code: 'rate_limited' } });
});

test('what an officer recorded is confirmed or disputed by the owner, once', async () => {
  const { services, office, officer, ask, code, page, holder, tell, standing } = await aLink();
  const record = (answers: object) =>
    execute(services, officer, recordAnswer, { askId: ask.askId, answerId: newId(), answers });
  must(await record({ running: 'closed' }));
  const pending = must(await page()).pending!;
  expect(pending).toMatchObject({ via: 'officer', answers: { running: 'closed' } });
  const answer = { code, answerId: pending.answerId };
  must(await execute(services, await holder(), disputeByLink, { ...answer, note: 'masih jualan' }));
  expect(await standing()).toBe('disputed');
  expect(must(await page())).toMatchObject({ answers: null, pending: null });
  expect(await execute(services, await holder(), confirmByLink, answer)).toMatchObject({
    refusal: { code: 'already_done' },
  });
  services.setNow(new Date('2026-05-07T03:00:00Z'));
  must(await record({ running: 'running' }));
  const again = must(await page()).pending!;
  must(await execute(services, await holder(), confirmByLink, { code, answerId: again.answerId }));
  expect(await standing()).toBe('confirmed');
  services.setNow(new Date('2026-05-08T03:00:00Z'));
  must(await tell({ running: 'paused' }));
  const trail = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select(['action', 'actorKind'])
      .where('action', 'like', 'outcome.%')
      .where('actorKind', '=', 'system')
      .orderBy('eventId')
      .execute(),
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'outcome.disputed',
    'outcome.confirmed',
    'outcome.answered',
  ]);
});

test('no role may answer in the place of a link, and a code opens one ask only', async () => {
  const { services, office, links, page, code } = await aLink();
  for (const role of ['officer', 'data_officer', 'owner'] as const)
    expect(
      await execute(services, anActor(office, role), answerByLink, {
        code,
        answerId: newId(),
        answers: someAnswers(),
      }),
    ).toMatchObject({ refusal: { code: 'forbidden' } });
  const other = codeIn(links[1]!.link);
  expect(other).not.toBe(code);
  expect(must(await page(other)).enterpriseName).toBe('Batik Karsi');
});

test('a link ends with its ask, and when another takes its place', async () => {
  const { services, officer, ask, code, page, tell } = await aLink();
  services.setNow(new Date('2026-05-09T03:00:00Z'));
  const { link } = must(await execute(services, officer, makeLink, { askId: ask.askId }));
  expect(await page()).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await page(codeIn(link))).toMatchObject({ ok: true });
  expect(codeIn(link)).not.toBe(code);
  await expect(tell()).rejects.toThrow('not_found');
  services.setNow(new Date('2026-06-16T03:00:00Z'));
  expect(must(await page(codeIn(link))).phase).toBe('closed');
  expect(await execute(services, officer, makeLink, { askId: ask.askId })).toMatchObject({
    refusal: { code: 'expired' },
  });
});

test('links that were handed out stay as they are; who has answered needs none', async () => {
  const { services, officer, intakeId, links, tell } = await aLink();
  const again = () => execute(services, officer, takeLinks, { intakeId, months: 3 });
  services.setNow(new Date('2026-05-10T03:00:00Z'));
  expect(must(await again()).map(({ link }) => link)).toEqual(links.map(({ link }) => link));
  must(await tell());
  expect(must(await again()).map(({ link }) => link)).toEqual([links[1]!.link]);
  expect(await execute(services, officer, takeLinks, { intakeId, months: 6 })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('links are made by people of the whole office only', async () => {
  const { services, office, intakeId, ask } = await aLink();
  const part = anActor(office, 'officer', { kind: 'district', code: '33.75.01' });
  expect(await execute(services, part, takeLinks, { intakeId, months: 3 })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  expect(await execute(services, part, makeLink, { askId: ask.askId })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  const elsewhere = anActor(await anOffice(services, '33.25'));
  expect(await execute(services, elsewhere, takeLinks, { intakeId, months: 3 })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await execute(services, elsewhere, makeLink, { askId: ask.askId })).toMatchObject({
    refusal: { code: 'not_found' },
  });
});

test('one tap makes a list of people to reach, and each message carries the link of its own person', async () => {
  registerLinkSources([outcomeLinks]);
  const { services, officer, intakeId, links } = await aLink({
    programme: `Pelatihan {ekspor} ${'batik tulis dan cap '.repeat(4)}`,
  });
  const ask = () => execute(services, officer, askByChat, { intakeId, months: 3 });
  const { outreachId } = must(await ask());
  expect(must(await ask()).outreachId).toBe(outreachId);
  const person = must(await execute(services, officer, takeNext, { outreachId }))!;
  const { link } = must(
    await execute(services, officer, openChat, { recipientId: person.recipientId, site }),
  );
  const text = new URL(link).searchParams.get('text')!;
  expect(text).toContain('Bagaimana kabar Batik Siti sekarang?');
  expect(text).toContain('Pelatihan (ekspor)');
  expect(links.filter((one) => text.endsWith(`${site}${one.link}`))).toHaveLength(1);
  const overview = must(
    await read(services, officer, outcomePermissions['outcome.view'], (context) =>
      intakeOutcomes(context, intakeId, 3),
    ),
  );
  expect(overview?.sums.answered).toBe(0);
});
