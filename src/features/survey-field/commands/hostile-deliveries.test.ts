import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import {
  anEnumerator,
  anEnvelope,
  aPhone,
  aRow,
  aRunningRound,
  aSubmission,
  type FieldPhone,
  sealAs,
} from '../factory.ts';
import { registerReviewWork, reviewWork } from '../queries/review-work.server.ts';
import type { Envelope } from '../rules/wire.ts';
import { decideWaiting } from './decide-delivery.server.ts';
import { receiveEnvelopes } from './receive-envelopes.server.ts';

const OFFICE = '33.75';

async function aField() {
  const services = await freshServices();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE);
  const staff = await anEnumerator(services, round);
  const phone = await aPhone(services, OFFICE, staff);
  const other = await aPhone(services, OFFICE, await anEnumerator(services, round, 'Budi'));
  const states = async (by: FieldPhone, envelopes: Envelope[]) =>
    (
      await receiveEnvelopes(
        services,
        OFFICE,
        { phoneId: by.phoneId, via: 'sync', unsent: 9, appVersion: '1.0.0' },
        envelopes,
      )
    ).map(({ state }) => state);
  const table = <Row>(read: Parameters<typeof withOffice<Row>>[2]) => withOffice(services.db, OFFICE, read);
  const submissions = () =>
    table((trx) => trx.selectFrom('submissions').selectAll().orderBy('submissionId').execute());
  const deliveries = () =>
    table((trx) =>
      trx.selectFrom('deliveries').selectAll().orderBy('receivedAt').orderBy('envelopeId').execute(),
    );
  const release = (envelopeId: string) =>
    decideWaiting(services, anActor(OFFICE), { envelopeId, decision: 'release' });
  return { services, round, staff, phone, other, states, submissions, deliveries, release };
}

/** An envelope around JSON as it is written here, not as our program would write it. */
async function aRawEnvelope(phone: FieldPhone, id: string, json: string): Promise<Envelope> {
  const sealed = await sealAs(phone.officeKey, id, Buffer.from(json));
  return { id, keyId: phone.officeKey.keyId, sealed: sealed.toString('base64url') };
}

test('another envelope under an id that is taken is kept beside it, once, and never said to be known', async () => {
  const { round, phone, states, submissions, deliveries, release } = await aField();
  const visit = aSubmission(round, phone);
  const first = await anEnvelope(phone, visit);
  const second = await anEnvelope(phone, { ...visit, answers: { business_name: 'Isi lain' } });
  const third = await anEnvelope(phone, { ...visit, answers: { business_name: 'Isi ketiga' } });
  expect(await states(phone, [first, second])).toEqual(['stored', 'quarantined']);
  expect(await states(phone, [second])).toEqual(['quarantined']);
  expect(await states(phone, [third, first])).toEqual(['quarantined', 'known']);
  expect((await submissions()).map(({ answers }) => answers)).toEqual([{ business_name: 'Batik Uji' }]);
  const kept = (await deliveries()).filter(({ state }) => state === 'quarantined');
  expect(kept).toHaveLength(2);
  for (const one of kept) {
    expect(one).toMatchObject({ reason: 'other_under_same_id', sealedUnder: visit.id });
    expect(await release(one.envelopeId)).toMatchObject({ refusal: { code: 'wrong_state' } });
  }
  const bytes = kept.map(({ sealed }) => sealed?.toString('base64url')).sort();
  expect(bytes).toEqual([second.sealed, third.sealed].sort());
});

test('half a letter and NUL cost themselves and not the visit; what is nested without end is kept unread', async () => {
  const { round, phone, states, submissions } = await aField();
  const visit = aSubmission(round, phone, {
    answers: { business_name: 'Batik \ud83d\u0000Siti', nik: '337504\u0000' },
  });
  expect(await states(phone, [await anEnvelope(phone, visit)])).toEqual(['stored']);
  expect((await submissions())[0]?.answers).toEqual({ business_name: 'Batik \ufffdSiti' });
  const id = newId();
  const { phoneId, deliveryToken } = phone;
  const submission = { ...aSubmission(round, phone), id, answers: { business_name: 'DALAM' } };
  const json = JSON.stringify({ v: 1, phoneId, deliveryToken, submission });
  const deep = json.replace('"DALAM"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(await states(phone, [await aRawEnvelope(phone, id, deep)])).toEqual(['unreadable']);
});

test('an answer named like a part of every object is an answer, or nothing', async () => {
  const { round, phone, states, submissions } = await aField();
  const submission = { ...aSubmission(round, phone), answers: { business_name: 'Batik' } };
  const { phoneId, deliveryToken } = phone;
  const json = JSON.stringify({ v: 1, phoneId, deliveryToken, submission });
  const odd = json.replace('"business_name"', '"__proto__":{"polluted":1},"constructor":"x","business_name"');
  expect(await states(phone, [await aRawEnvelope(phone, submission.id, odd)])).toEqual(['stored']);
  expect((await submissions())[0]?.answers).toEqual({ business_name: 'Batik' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('numbers beyond every measure are left out, and the visit counts', async () => {
  const { round, phone, staff, services, states, submissions } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const more = { rowId, baseRevision: 2 ** 50, activeS: 1e308, clockOffS: 1e300 };
  expect(await states(phone, [await anEnvelope(phone, aSubmission(round, phone, more))])).toEqual(['stored']);
  expect((await submissions())[0]).toMatchObject({ baseRevision: null, activeS: 0, clockOffS: null });
});

test('a clock that shows another age: what it said is kept beside how far it was off, and the day is that of arrival', async () => {
  const { round, phone, staff, services, states, submissions } = await aField();
  for (const finishedAt of ['9999-12-31T23:59:59Z', '2031-05-06T03:00:00Z', '2012-01-01T00:00:00Z']) {
    const { rowId } = await aRow(services, round, staff.userId);
    const visit = aSubmission(round, phone, { rowId, finishedAt, clockOffS: 0 });
    expect(await states(phone, [await anEnvelope(phone, visit)])).toEqual(['stored']);
    expect(await states(phone, [await anEnvelope(phone, { ...visit, id: visit.id })])).toEqual([
      'quarantined',
    ]);
    const row = await withOffice(services.db, OFFICE, (trx) =>
      trx.selectFrom('censusRows').select('visitedOn').where('rowId', '=', rowId).executeTakeFirst(),
    );
    expect(row?.visitedOn).toBe('2026-05-06');
  }
  const said = (await submissions()).map(({ finishedAt }) => finishedAt.getUTCFullYear());
  expect(said).toEqual([2090, 2031, 2012]);
  for (const { finishedAt, clockOffS } of await submissions())
    expect(finishedAt.getTime() - (clockOffS ?? 0) * 1_000).toBe(services.clock().getTime());
});

test('a second look counts as one only for whom it was asked: from anybody else it is an answer like any other', async () => {
  const { round, phone, other, staff, services, states, submissions } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const first = aSubmission(round, phone, { rowId });
  const known = reviewWork();
  onTestFinished(() => registerReviewWork(known));
  registerReviewWork({
    ...known,
    rechecksFor: async (_trx, _office, userId) =>
      userId === other.user.id ? [{ recheckId: first.id, rowId }] : [],
  });
  await states(phone, [await anEnvelope(phone, first)]);
  const recheckId = first.id;
  const asked = aSubmission(round, other, { rowId, recheckId });
  const forged = aSubmission(round, phone, { rowId, recheckId });
  const invented = aSubmission(round, other, { rowId, recheckId: newId() });
  for (const [by, visit] of [
    [other, asked],
    [phone, forged],
    [other, invented],
  ] as const)
    expect(await states(by, [await anEnvelope(by, visit)])).toEqual(['stored']);
  expect((await submissions()).map((one) => [one.recheckOf, [...one.conflicts].sort()])).toEqual([
    [null, ['answered_twice']],
    [recheckId, []],
    [null, ['answered_twice']],
    [null, ['answered_twice', 'reassigned']],
  ]);
});

test('what was found takes no id of an enterprise that is listed, or that somebody else found', async () => {
  const { round, phone, other, services, states, submissions, deliveries, release } = await aField();
  const { enterpriseId } = await aRow(services, round, null);
  const found = async (by: FieldPhone, newEnterpriseId: string) =>
    anEnvelope(by, aSubmission(round, by, { newEnterpriseId }));
  expect(await states(phone, [await found(phone, enterpriseId)])).toEqual(['quarantined']);
  const [waiting] = await deliveries();
  expect(waiting?.reason).toBe('other_under_same_id');
  expect(await release(waiting?.envelopeId ?? '')).toMatchObject({ refusal: { code: 'wrong_state' } });
  const mine = newId();
  expect(await states(phone, [await found(phone, mine), await found(other, mine)])).toEqual([
    'stored',
    'quarantined',
  ]);
  expect(await states(other, [await found(other, mine)])).toEqual(['quarantined']);
  expect(await states(phone, [await found(phone, mine)])).toEqual(['stored']);
  await anOffice(services, '33.25');
  const theirs = await aRow(services, await aRunningRound(services, '33.25'), null);
  expect(await states(phone, [await found(phone, theirs.enterpriseId)])).toEqual(['stored']);
  expect((await submissions()).map((one) => one.enterpriseId)).toEqual([mine, mine, theirs.enterpriseId]);
});

test('two who find the same id at the same moment: one has it, the other waits, and nothing is registered twice', async () => {
  const { round, phone, other, services, states } = await aField();
  services.log.level = 'silent';
  const newEnterpriseId = newId();
  const both = await Promise.all(
    [phone, other].map(async (by) =>
      states(by, [await anEnvelope(by, aSubmission(round, by, { newEnterpriseId }))]),
    ),
  );
  expect(both.flat().sort()).toEqual(['quarantined', 'stored']);
});

test('two hundred found enterprises in four deliveries are listed once each', async () => {
  const { round, phone, services, states } = await aField();
  for (let part = 0; part < 4; part++) {
    const envelopes = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        anEnvelope(
          phone,
          aSubmission(round, phone, {
            newEnterpriseId: newId(),
            answers: { business_name: `Temuan ${part} ${at}`, owner_name: 'Siti', nik: '3375044507850003' },
          }),
        ),
      ),
    );
    expect(new Set(await states(phone, envelopes))).toEqual(new Set(['stored']));
    expect(new Set(await states(phone, envelopes))).toEqual(new Set(['known']));
  }
  const listed = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('enterprises').select('name').distinct().execute(),
  );
  expect(listed).toHaveLength(200);
});

test('work of somebody who is of another office, or of nobody, waits, and cannot be put in', async () => {
  const { round, phone, services, states, deliveries, release } = await aField();
  await anOffice(services, '33.25');
  const stranger = await anEnumerator(services, await aRunningRound(services, '33.25'), 'Xena');
  for (const userId of [stranger.userId, 'tidak-ada']) {
    const envelope = await anEnvelope(phone, aSubmission(round, phone, { userId }));
    expect(await states(phone, [envelope])).toEqual(['quarantined']);
    expect(await release(envelope.id)).toMatchObject({ refusal: { code: 'wrong_state' } });
  }
  expect((await deliveries()).map(({ reason }) => reason)).toEqual(['unknown_person', 'unknown_person']);
});

test('a delivery is put in once, however many press at the same moment; one that still fails is declined and kept', async () => {
  const { round, phone, services, states, submissions, deliveries, release } = await aField();
  const draft = await anEnvelope(phone, aSubmission(round, phone, { isFinished: false }));
  await states(phone, [draft]);
  const both = await Promise.all([release(draft.id), release(draft.id), release(draft.id)]);
  expect(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort()).toEqual([
    'already_done',
    'already_done',
    'done',
  ]);
  expect(await submissions()).toHaveLength(1);
  services.log.level = 'silent';
  await withOffice(services.db, OFFICE, (trx) =>
    trx
      .insertInto('questionnaires')
      .values({
        officeCode: OFFICE,
        formId: 'rusak',
        version: 1,
        title: 'Rusak',
        form: '{}',
        origin: 'built_in',
        createdAt: services.clock(),
      })
      .execute(),
  );
  const bad = await anEnvelope(phone, aSubmission(round, phone, { formId: 'rusak' }));
  expect(await states(phone, [bad])).toEqual(['quarantined']);
  expect(await release(bad.id)).toMatchObject({ refusal: { code: 'wrong_state' } });
  expect((await deliveries()).find(({ envelopeId }) => envelopeId === bad.id)?.state).toBe('quarantined');
});

test('a draft put in after its row was approved stands beside the approved answer, and touches no row', async () => {
  const { round, phone, staff, services, states, submissions, release } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const draft = await anEnvelope(phone, aSubmission(round, phone, { rowId, isFinished: false }));
  await states(phone, [draft]);
  await states(phone, [await anEnvelope(phone, aSubmission(round, phone, { rowId, verdict: 'closed' }))]);
  await withOffice(services.db, OFFICE, async (trx) => {
    await trx.updateTable('censusRows').set({ status: 'approved' }).execute();
    await trx.updateTable('submissions').set({ status: 'approved' }).execute();
  });
  expect(await release(draft.id)).toMatchObject({ ok: true });
  expect((await submissions()).map(({ status, conflicts }) => [status, conflicts])).toEqual([
    ['received', ['answered_twice']],
    ['approved', []],
  ]);
  const row = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('censusRows').select(['status', 'verdict']).executeTakeFirst(),
  );
  expect(row).toEqual({ status: 'approved', verdict: 'closed' });
});
