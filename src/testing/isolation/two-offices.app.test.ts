import { expect, test } from 'vitest';
import { freshServices } from '../fresh-services.ts';
import { TEST_KEY } from '../global-setup.ts';
import type { Answer, HttpClient } from '../http-client.ts';
import { type RunningApp, startApp } from '../running-app.ts';
import { apiRequests } from './api-requests.ts';
import { type FilledOffice, tracesOf, withoutFrame } from './filled-office.ts';
import type { OfficeRows } from './office-rows.ts';
import { type PageRequests, pageRequests } from './page-requests.ts';
import { servedRoutes } from './served-routes.ts';
import { twoOffices } from './two-offices.ts';

type People = Record<'admin' | 'owner', HttpClient>;

/** The admin and an owner of an office, each signed in at the pages they use. */
async function signInPeople(app: RunningApp, rows: OfficeRows, office: FilledOffice): Promise<People> {
  const [admin, elsewhere, owner] = [app.client(), app.client(), app.client()];
  await admin.signIn(office.admin.email, office.admin.password);
  await elsewhere.signIn(office.admin.email, office.admin.password);
  office.otherSessionId = await rows.newestSession(office.admin.userId);
  await rows.giveSecondFactor(office.admin.userId);
  const { number, code } = office.ownerCode;
  const answer = await owner.post('/masuk/pemilik', { number: number ?? '', code });
  expect([answer.status, answer.location]).toEqual([302, '/saya']);
  return { admin, owner };
}

/** The offices are filled before the worker is there, which would take the work out of the test's hands. */
async function aRunningAppWithTwoOffices() {
  const services = await freshServices();
  services.setNow(new Date());
  const { asking, other, rows } = await twoOffices(services, services.ownerUrl);
  const app = await startApp({
    DATABASE_URL: services.ownerUrl,
    GAWANGAN_KEY: TEST_KEY.toString('hex'),
    GAWANGAN_DATA: services.env.GAWANGAN_DATA,
  });
  const workDone = () => app.until('the worker to be done', () => rows.nothingUnderWay());
  await workDone();
  return { app, asking, other, rows, workDone };
}

/** Of what an answer shows, whatever belongs to the other office and was not said in the question itself. */
function leaked(traces: readonly string[], question: string, { text, location }: Answer): string[] {
  const said = decodeURIComponent(question);
  return traces.filter((trace) => !said.includes(trace) && `${text} ${location ?? ''}`.includes(trace));
}

const questionOf = (path: string, form: object) =>
  `${path} ${Object.values(form).flat().map(String).join(' ').replaceAll('%', '%25')}`;

/** The tables in which something changed. */
const changed = (before: Awaited<ReturnType<OfficeRows['of']>>, after: typeof before) =>
  Object.keys(after).filter((table) => after[table]?.hash !== before[table]?.hash);

/**
 * Whatever is asked: that somebody is here is noted in their session every now and then, and the worker counts anew who meets
 * a programme's conditions some seconds after anything changed.
 */
const changesByItself = new Set(['auth_sessions', 'eligibility', 'rule_sets']);

const deedsOf = ({ deeds = [], reads = [] }: PageRequests, b: FilledOffice) =>
  deeds.map(({ form, to, changesNothing }) => ({
    path: (to ?? reads[0])?.(b) ?? '',
    form: form(b),
    changesNothing,
  }));

test('every route of the site and every operation of the API has its requests for what is of another office', async () => {
  const routes = await servedRoutes();
  expect(
    routes.map((route) => route.pattern).sort(),
    'routes without an entry in page-requests.ts, or entries without a route',
  ).toEqual(Object.keys(pageRequests).sort());
  for (const { pattern, hasAction } of routes) {
    const { reads = [], deeds = [], nothingOfAnOffice } = pageRequests[pattern] ?? {};
    if (nothingOfAnOffice) {
      expect([pattern, pattern.includes(':')], 'an address with an id is of an office').toEqual([
        pattern,
        false,
      ]);
      continue;
    }
    expect([pattern, reads.length > 0], 'name an address in `reads`').toEqual([pattern, true]);
    expect([pattern, deeds.length > 0], 'every form needs its `deeds`').toEqual([pattern, hasAction]);
  }
});

test('an admin learns nothing of another office by any address or form, and changes nothing there', async () => {
  const { app, asking, other, rows, workDone } = await aRunningAppWithTwoOffices();
  const routes = (await servedRoutes()).filter(({ pattern }) => pattern in pageRequests);
  const people = await signInPeople(app, rows, asking);
  const otherPeople = await signInPeople(app, rows, other);
  const before = await rows.of(other.officeCode);
  const traces = tracesOf(other);
  const faults: unknown[] = [];
  const judge = (pattern: string, question: string, answer: Answer) => {
    const shown = leaked(traces, question, answer);
    if (shown.length > 0 || answer.status >= 500) faults.push([question, answer.status, shown]);
    // An id of another office in the address: not found, not allowed, or led elsewhere.
    const answered = answer.status < 300 && answer.status !== 202;
    if (pattern.includes(':') && answered && !pageRequests[pattern]?.showsNothing)
      faults.push([question, answer.status, 'answered']);
  };

  for (const { pattern } of routes) {
    const entry = pageRequests[pattern] ?? {};
    for (const data of [false, true]) {
      for (const visitor of entry.as ? [people.admin, people[entry.as]] : [people.admin]) {
        for (const read of entry.reads ?? [])
          judge(pattern, read(other), await visitor.get(read(other), { data }));
        for (const { path, form } of deedsOf(entry, other))
          judge(pattern, questionOf(path, form), await visitor.post(path, form, { data }));
      }
    }
    const touched = changed(before, await rows.of(other.officeCode));
    if (touched.length > 0) faults.push([pattern, 'changed', touched]);
  }
  expect(faults).toEqual([]);
  // The trail may repeat what was asked for; nothing else of an office may name what is another's.
  const { audit_events: _asked, ...named } = await rows.holding(asking.officeCode, traces);
  expect(named).toEqual({});

  // The same requests by the office's own people do show and change its data: the test can fail.
  for (const { pattern, isPage } of routes) {
    const entry = pageRequests[pattern] ?? {};
    const visitor = otherPeople[entry.as ?? 'admin'];
    for (const data of isPage ? [false, true] : [false]) {
      const shown: boolean[] = [];
      for (const read of entry.reads ?? [])
        shown.push(withoutFrame((await visitor.get(read(other), { data })).text, other).includes(other.word));
      if (!entry.nothingOfAnOffice && shown.includes(true) === Boolean(entry.showsNothing))
        faults.push([pattern, data ? 'data' : 'page', `shows ${shown}`]);
    }
  }
  let last = await rows.of(other.officeCode);
  for (const [pattern, entry] of Object.entries(pageRequests)) {
    for (const { path, form, changesNothing } of deedsOf(entry, other)) {
      const answer = await otherPeople[entry.as ?? 'admin'].post(path, form);
      await workDone();
      const now = await rows.of(other.officeCode);
      const touched = changed(last, now).filter((table) => !(changesNothing && changesByItself.has(table)));
      if (touched.length > 0 === Boolean(changesNothing))
        faults.push([pattern, form, answer.status, touched]);
      last = now;
    }
  }
  expect(faults, 'requests of the table that do not do what they say').toEqual([]);
});

type Operation = { operationId: string; parameters?: { name: string }[] };
type ApiDocument = { paths: Record<string, Record<string, Operation>> };

test('a program learns nothing of another office by any operation of the API, and changes nothing there', async () => {
  const { app, asking, other, rows } = await aRunningAppWithTwoOffices();
  const document = JSON.parse((await app.client().get('/api/v1/openapi.json')).text) as ApiDocument;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  );
  expect(
    operations.map((one) => one.operationId).sort(),
    'operations without an entry in api-requests.ts, or entries without an operation',
  ).toEqual(Object.keys(apiRequests).sort());

  /** What the program of `office` is answered when it asks for what is of `other`. */
  const ask = async (
    office: FilledOffice,
    { operationId, method, parameters }: (typeof operations)[number],
  ) => {
    const { path, body, file } = apiRequests[operationId] ?? { path: () => '/me' };
    const address = `/api/v1${path(other)}`;
    const headers: Record<string, string> = { Authorization: `Bearer ${office.token}` };
    if (parameters?.some((one) => one.name === 'If-Match'))
      headers['If-Match'] = (await app.client().ask(address, { headers })).headers.get('etag') ?? '"1"';
    const sent = file ?? (body && JSON.stringify(body(other)));
    if (sent) headers['Content-Type'] = file ? 'text/csv' : 'application/json';
    const answer = await app.client().ask(address, { method, headers, ...(sent ? { body: sent } : {}) });
    return { answer, question: `${address} ${sent ?? ''}` };
  };

  const before = await rows.of(other.officeCode);
  const faults: unknown[] = [];
  for (const operation of operations) {
    const { answer, question } = await ask(asking, operation);
    const shown = leaked(tracesOf(other), question, answer);
    if (shown.length > 0 || answer.status >= 500) faults.push([question, answer.status, shown]);
    if (operation.path.includes('{') && answer.status !== 404) faults.push([question, answer.status]);
    const touched = changed(before, await rows.of(other.officeCode));
    if (touched.length > 0) faults.push([question, 'changed', touched]);
  }
  expect(faults).toEqual([]);

  // The same requests by the office's own program do show and change its data: the test can fail.
  let last = await rows.of(other.officeCode);
  for (const operation of operations) {
    const { answer, question } = await ask(other, operation);
    const now = await rows.of(other.officeCode);
    const does =
      operation.method === 'GET' ? answer.text.includes(other.word) : changed(last, now).length > 0;
    if (does === Boolean(apiRequests[operation.operationId]?.showsNothing))
      faults.push([question, answer.status, answer.text]);
    last = now;
  }
  expect(faults, 'requests of the table that do not do what they say').toEqual([]);
});
