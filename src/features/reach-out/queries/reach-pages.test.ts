import { expect, test } from 'vitest';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, type QueryContext, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { logContact, recordConsent } from '../commands/keep-consent.server.ts';
import { startGreeting } from '../commands/start-greeting.server.ts';
import { anOutreach, peopleOf } from '../factory.ts';
import { reachPermissions } from '../permissions.ts';
import { villageLettersPdf } from '../screens/village-letter-document.server.tsx';
import { consentPage, contactsPart } from './consent-page.server.ts';
import { notGreetedPage } from './not-greeted.server.ts';
import { outreachPage } from './outreach-page.server.ts';
import { printedLetters } from './printed-letters.server.ts';
import { planPage } from './reach-plan.server.ts';

const anybody = { span: 'never' as const, villageCode: '', sector: '', sex: '', disability: '' };

async function aScene(owners: readonly (readonly [string, string | undefined])[]) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const ids: string[] = [];
  const ownerIds: string[] = [];
  for (const [owner, phone] of owners) {
    const given = { name: `Usaha ${owner}`, owner, ...(phone ? { phone } : {}) };
    const made = await anEnterprise(services, officer, given);
    ids.push(made.enterpriseId);
    ownerIds.push(made.ownerId);
  }
  const ask = async <Value>(work: (context: QueryContext) => Promise<Value>, actor: Actor = officer) => {
    const outcome = await read(services, actor, reachPermissions['reach.view'], work);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const greet = (enterpriseId: string | undefined, result = 'met') =>
    execute(services, officer, logContact, { enterpriseId, channel: 'phone', purpose: 'service', result });
  return { services, office, officer, ids, ownerIds, ask, greet };
}

const three = [
  ['Siti', '+6281234567801'],
  ['Budi', '+6281234567802'],
  ['Wati', undefined],
] as const;

test('whoever was really reached leaves the list of those never reached, and comes back when it was long ago', async () => {
  const { services, office, ids, ask, greet } = await aScene(three);
  const count = async (span: 'never' | '6' = 'never') =>
    (await ask((context) => notGreetedPage(context, { ...anybody, span })))?.count;
  expect(await count()).toBe(3);
  await greet(ids[0]);
  await greet(ids[1], 'no_answer'); // tried, not reached
  expect([await count(), await count('6')]).toEqual([2, 2]);
  services.setNow(new Date(TEST_NOW.getTime() + 200 * 86_400_000));
  expect([await count(), await count('6')]).toEqual([2, 3]);
  const elsewhere = anActor(office, 'officer', { kind: 'village', code: '33.75.04.1004' });
  expect(await ask((context) => notGreetedPage(context, anybody), elsewhere)).toBe(null);
});

test('people with a disability are counted in fives: fewer than five are not said', async () => {
  const { ask } = await aScene(three);
  const page = await ask((context) => notGreetedPage(context, { ...anybody, disability: 'yes' }));
  expect([page?.count, page?.villages]).toEqual([null, []]);
});

test('a list of those never reached is made once for one form, and by a budget of those whom it reaches', async () => {
  const { services, office, officer, ids, ownerIds, ask, greet } = await aScene(three);
  await greet(ids[0]);
  const form = {
    title: 'Kelas',
    purpose: 'programme',
    message: 'Halo {nama}',
    formId: newId(),
    asked: anybody,
  };
  const made = await execute(services, officer, startGreeting, { ...form, plan: null });
  expect(made).toMatchObject({ value: { isNew: true, people: 2, byLane: { chat: 1, letter: 1 } } });
  expect(await execute(services, officer, startGreeting, { ...form, plan: null })).toMatchObject({
    value: { isNew: false },
  });
  const costs = { chat: 500, letter: 2_000, visit: 25_000 };
  const view = await ask((context) =>
    planPage(context, { ...anybody, span: 'all' }, { budget: 1_000, costs }),
  );
  expect(view?.plan).toMatchObject({ people: 2, cost: 1_000, left: 1 });
  const planned = await execute(services, officer, startGreeting, {
    ...form,
    formId: newId(),
    asked: { ...anybody, span: 'all' },
    plan: { budget: 500, costs },
  });
  expect(planned).toMatchObject({ value: { people: 1 } });
  // Never reached comes before whoever was reached, though the register lists that one first.
  const [first] = planned.ok ? await peopleOf(services, office, planned.value.outreachId) : [];
  expect(first?.ownerId).toBe(ownerIds[1]);
});

test('the page of a list says how far it is; its letter names those without a phone', async () => {
  const { services, officer, ids, ask } = await aScene(three);
  const outreachId = await anOutreach(services, officer, ids, {
    message: 'Yth. {nama}, datanglah ke {kelurahan}.',
  });
  const page = await ask((context) => outreachPage(context, outreachId));
  expect(page?.numbers).toMatchObject({ people: 3, inQueue: 2, reached: 0 });
  expect(page?.letters).toMatchObject([{ villageCode: '33.75.04.1004', waiting: 1, handed: 0 }]);
  const letters = await ask((context) => printedLetters(context, outreachId, null));
  expect(letters).toMatchObject([{ people: [{ ownerName: 'Wati', enterprises: 'Usaha Wati' }] }]);
  expect(letters?.[0]?.message).toBe(`Yth. Bapak/Ibu, datanglah ke ${letters?.[0]?.villageName}.`);
  const pdf = await villageLettersPdf(letters ?? []);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('consent and contacts of an owner stand on one page and, the newest, on the profile', async () => {
  const { services, officer, ids, ask, greet } = await aScene(three);
  await greet(ids[0]);
  for (const [answer, saidOn] of [
    ['given', '2026-03-01'],
    ['withdrawn', '2026-04-01'],
  ])
    await execute(services, officer, recordConsent, {
      enterpriseId: ids[0],
      channel: 'whatsapp',
      purpose: 'programme',
      answer,
      proof: 'spoken',
      saidOn,
    });
  const page = await ask((context) => consentPage(context, ids[0]!));
  expect(page?.held).toMatchObject([{ channel: 'whatsapp', purpose: 'programme', answer: 'withdrawn' }]);
  expect(page?.log).toMatchObject([{ channel: 'phone', result: 'met', by: 'Uji officer' }]);
  const part = await ask((context) => contactsPart.read(context, ids[0]!));
  expect(part.lines).toMatchObject([{ title: { id: 'Telepon: Bertemu', en: 'Phone call: Met' } }]);
  await anOffice(services, '33.25');
  expect(await ask((context) => consentPage(context, ids[0]!), anActor('33.25'))).toBe(null);
});
