import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { linkArrivals } from '../../resolve-duplicates/commands/link-arrivals.server.ts';
import {
  anEnumerator,
  anEnvelope,
  aPhone,
  aRow,
  aRunningRound,
  aSubmission,
  type FieldPhone,
} from '../factory.ts';
import type { Envelope } from '../rules/wire.ts';
import { receiveEnvelopes } from './receive-envelopes.server.ts';

const OFFICE = '33.75';

async function aField() {
  const services = await freshServices();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE);
  const staff = await anEnumerator(services, round);
  const phone = await aPhone(services, OFFICE, staff);
  return { services, round, staff, phone };
}

const receive = (services: Services, { phoneId }: Pick<FieldPhone, 'phoneId'>, envelopes: Envelope[]) =>
  receiveEnvelopes(services, OFFICE, { phoneId, via: 'sync' }, envelopes);
const states = async (...given: Parameters<typeof receive>) =>
  (await receive(...given)).map(({ state }) => state);

const submissionsOf = (services: Services) =>
  withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('submissions').selectAll().orderBy('submissionId').execute(),
  );
const deliveriesOf = (services: Services) =>
  withOffice(services.db, OFFICE, (trx) =>
    trx
      .selectFrom('deliveries')
      .select(['envelopeId', 'state', 'reason', 'sealed'])
      .orderBy('envelopeId')
      .execute(),
  );
const rowOf = (services: Services, rowId: string) =>
  withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('censusRows').selectAll().where('rowId', '=', rowId).executeTakeFirstOrThrow(),
  );
const audited = (services: Services, action: string) =>
  withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('auditEvents').selectAll().where('action', '=', action).execute(),
  );

test('a visit is stored, hands its row in, and leaves a line in the trail', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId, enterpriseId } = await aRow(services, round, staff.userId);
  const submission = aSubmission(round, phone, { rowId, baseRevision: 1 });
  expect(await states(services, phone, [await anEnvelope(phone, submission)])).toEqual(['stored']);
  const [kept] = await submissionsOf(services);
  expect(kept).toMatchObject({
    submissionId: submission.id,
    rowId,
    enterpriseId,
    userId: staff.userId,
    verdict: 'produces',
    status: 'received',
    conflicts: [],
    answers: { business_name: 'Batik Uji' },
    personal: null,
  });
  expect(await rowOf(services, rowId)).toMatchObject({
    status: 'submitted',
    verdict: 'produces',
    visitedOn: '2026-05-06',
  });
  const [line] = await audited(services, 'delivery.received');
  expect(line?.details).toMatchObject({ submissions: [submission.id], people: [staff.userId] });
});

test('the same delivery three times, and twice in one, is one', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const envelope = await anEnvelope(phone, aSubmission(round, phone, { rowId }));
  expect(await states(services, phone, [envelope, envelope])).toEqual(['stored', 'stored']);
  expect(await states(services, phone, [envelope])).toEqual(['known']);
  expect(await states(services, phone, [envelope])).toEqual(['known']);
  expect(await submissionsOf(services)).toHaveLength(1);
  expect(await audited(services, 'delivery.received')).toHaveLength(1);
});

test('five who bring the same envelopes at the same moment leave each of them once', async () => {
  const { services, round, staff, phone } = await aField();
  const envelopes: Envelope[] = [];
  for (let at = 0; at < 6; at++) {
    const { rowId } = await aRow(services, round, staff.userId);
    envelopes.push(await anEnvelope(phone, aSubmission(round, phone, { rowId })));
  }
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, turn) =>
      receive(services, phone, turn % 2 === 0 ? envelopes : envelopes.toReversed()),
    ),
  );
  expect(answers.flat().filter(({ state }) => state === 'stored')).toHaveLength(6);
  expect(await submissionsOf(services)).toHaveLength(6);
  for (const { conflicts } of await submissionsOf(services)) expect(conflicts).toEqual([]);
});

test('NIK and phone stand sealed, are found by no search in the table, and the phone by its index', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const answers = { business_name: 'Batik Uji', nik: '3375044507850003', phone: '0812-3456-7890' };
  await receive(services, phone, [await anEnvelope(phone, aSubmission(round, phone, { rowId, answers }))]);
  const [kept] = await submissionsOf(services);
  expect(kept?.answers).toEqual({ business_name: 'Batik Uji' });
  expect(JSON.stringify(kept)).not.toMatch(/3375044507850003|3456/);
  expect(kept?.phoneIndex).toEqual(services.vault.blindIndex('phone', '+6281234567890'));
});

test('a field that only a newer program knows is carried along', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const submission = { ...aSubmission(round, phone, { rowId }), weather: 'hujan' };
  await receive(services, phone, [await anEnvelope(phone, submission)]);
  const kept = await withOffice(services.db, OFFICE, async (trx) => {
    const row = await trx
      .selectFrom('submissions as s')
      .innerJoin('personKeys as p', 'p.personId', 's.submissionId')
      .select(['s.personal', 'p.wrappedKey'])
      .executeTakeFirstOrThrow();
    const key = services.vault.openPersonKey(OFFICE, submission.id, row.wrappedKey);
    return JSON.parse(services.vault.decrypt(key, 'answers', row.personal ?? Buffer.alloc(0)));
  });
  expect(kept.more).toEqual({ weather: 'hujan' });
});

test('nobody home is a try; the visit that follows answers the row, without a conflict', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  await receive(services, phone, [
    await anEnvelope(phone, aSubmission(round, phone, { rowId, verdict: null })),
  ]);
  expect(await rowOf(services, rowId)).toMatchObject({ status: 'tried', tries: 1, verdict: null });
  await receive(services, phone, [await anEnvelope(phone, aSubmission(round, phone, { rowId }))]);
  expect(await rowOf(services, rowId)).toMatchObject({ status: 'submitted', verdict: 'produces' });
  expect((await submissionsOf(services)).map(({ status, conflicts }) => [status, conflicts])).toEqual([
    ['replaced', []],
    ['received', []],
  ]);
});

test('a row answered from two phones keeps both answers, and each says so', async () => {
  const { services, round, staff, phone } = await aField();
  const other = await anEnumerator(services, round, 'Budi');
  const second = await aPhone(services, OFFICE, other);
  const { rowId } = await aRow(services, round, staff.userId);
  await receive(services, phone, [await anEnvelope(phone, aSubmission(round, phone, { rowId }))]);
  await receive(services, second, [
    await anEnvelope(second, aSubmission(round, second, { rowId, verdict: 'closed' })),
  ]);
  expect(
    (await submissionsOf(services)).map(({ verdict, conflicts }) => [verdict, conflicts.sort()]),
  ).toEqual([
    ['produces', ['answered_twice']],
    ['closed', ['answered_twice', 'reassigned']],
  ]);
});

test('two answers to one row in one delivery are both kept, and say so', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  await receive(services, phone, [
    await anEnvelope(phone, aSubmission(round, phone, { rowId })),
    await anEnvelope(phone, aSubmission(round, phone, { rowId, verdict: 'paused' })),
  ]);
  expect((await submissionsOf(services)).map(({ conflicts }) => conflicts)).toEqual([
    ['answered_twice'],
    ['answered_twice'],
  ]);
});

test('what the office changed after the phone fetched it is said, and nothing is overwritten', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  await receive(services, phone, [
    await anEnvelope(phone, aSubmission(round, phone, { rowId, baseRevision: 7 })),
  ]);
  expect((await submissionsOf(services))[0]?.conflicts).toEqual(['edited_in_office']);
});

/** While other tests write, a round of arrivals may compare again what was compared. */
const whileOthersWrite = { retry: 8 };

test(
  'a workshop found by two phones is on the register twice, once by each, and flagged as one',
  whileOthersWrite,
  async () => {
    const { services, round, phone } = await aField();
    const second = await aPhone(services, OFFICE, await anEnumerator(services, round, 'Budi'));
    const found = (by: FieldPhone, owner: string, name: string) =>
      aSubmission(round, by, {
        newEnterpriseId: newId(),
        villageCode: round.villageCode,
        answers: {
          business_name: name,
          owner_name: owner,
          nik: '3375044507850003',
          phone: '081234567890',
          product: 'Batik tulis',
          sector: 'batik',
          rt: '2',
          rw: '3',
        },
      });
    const one = found(phone, 'Siti Khotijah', 'Batik Khotijah');
    const other = found(second, 'SITI KHADIJAH', 'Batik Bu Khatijah');
    await receive(services, phone, [await anEnvelope(phone, one)]);
    await receive(services, second, [await anEnvelope(second, other)]);
    const listed = await withOffice(services.db, OFFICE, (trx) =>
      trx
        .selectFrom('enterprises as e')
        .innerJoin('sourceEntries as s', 's.enterpriseId', 'e.enterpriseId')
        .innerJoin('recordChanges as c', 'c.enterpriseId', 'e.enterpriseId')
        .select([
          'e.enterpriseId',
          'e.name',
          'e.standing',
          'e.operation',
          's.sourceListId',
          'c.via',
          'c.changedBy',
        ])
        .execute(),
    );
    expect(listed.map((row) => row.enterpriseId).sort()).toEqual(
      [one.newEnterpriseId, other.newEnterpriseId].sort(),
    );
    for (const row of listed)
      expect(row).toMatchObject({
        standing: 'listed',
        operation: 'unknown',
        sourceListId: round.sourceListId,
        via: 'phone',
      });
    expect(listed.map(({ changedBy }) => changedBy).sort()).toEqual(['Ani', 'Budi']);
    await linkArrivals(services, OFFICE);
    const pairs = await withOffice(services.db, OFFICE, (trx) =>
      trx.selectFrom('candidatePairs').select(['status', 'foundBy']).execute(),
    );
    expect(pairs).toEqual([{ status: 'open', foundBy: 'arrival' }]);
  },
);

test('a found workshop that is answered anew is registered once', async () => {
  const { services, round, phone } = await aField();
  const newEnterpriseId = newId();
  for (const name of ['Batik Satu', 'Batik Dua'])
    await receive(services, phone, [
      await anEnvelope(
        phone,
        aSubmission(round, phone, { newEnterpriseId, answers: { business_name: name } }),
      ),
    ]);
  const names = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('enterprises').select('name').execute(),
  );
  expect(names).toEqual([{ name: 'Batik Satu' }]);
  expect(await submissionsOf(services)).toHaveLength(2);
});

test('what cannot be opened, read or understood is kept as it came, and the phone may forget it', async () => {
  const { services, round, phone } = await aField();
  const good = await anEnvelope(phone, aSubmission(round, phone));
  const stranger = await anEnvelope(phone, aSubmission(round, phone));
  const broken = { ...(await anEnvelope(phone, aSubmission(round, phone))), sealed: 'AAAA' };
  const swapped = { ...good, id: newId() };
  const odd = await anEnvelope(phone, aSubmission(round, phone), { v: 9 });
  const bad = [{ ...stranger, keyId: newId() }, broken, swapped, odd];
  expect(await states(services, phone, [...bad, good])).toEqual([
    'unreadable',
    'unreadable',
    'unreadable',
    'unreadable',
    'stored',
  ]);
  const kept = new Map((await deliveriesOf(services)).map((one) => [one.envelopeId, one]));
  expect(bad.map(({ id }) => kept.get(id)?.reason)).toEqual([
    'unknown_key',
    'cannot_be_opened',
    'cannot_be_opened',
    'not_understood',
  ]);
  for (const { id, sealed } of bad) expect(kept.get(id)?.sealed).toEqual(Buffer.from(sealed, 'base64url'));
  expect(kept.get(good.id)).toMatchObject({ state: 'applied', sealed: null });
});

test('an envelope made by another phone’s hand waits: its token is not that phone’s', async () => {
  const { services, round, phone } = await aField();
  const other = await aPhone(services, OFFICE, await anEnumerator(services, round, 'Budi'));
  const forged = await anEnvelope(phone, aSubmission(round, phone), { deliveryToken: other.deliveryToken });
  const borrowed = await anEnvelope(phone, aSubmission(round, other));
  expect(await states(services, phone, [forged, borrowed])).toEqual(['quarantined', 'quarantined']);
  expect((await deliveriesOf(services)).map(({ reason }) => reason)).toEqual(['wrong_token', 'not_of_phone']);
  expect(await submissionsOf(services)).toEqual([]);
});

test('an envelope that makes the batch fail waits by itself; all the others go through', async () => {
  const { services, round, staff, phone } = await aField();
  services.log.level = 'silent';
  const { rowId } = await aRow(services, round, staff.userId);
  const good = aSubmission(round, phone, { rowId });
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
  const bad = aSubmission(round, phone, { formId: 'rusak' });
  expect(
    await states(services, phone, [await anEnvelope(phone, bad), await anEnvelope(phone, good)]),
  ).toEqual(['quarantined', 'stored']);
  expect((await submissionsOf(services)).map(({ submissionId }) => submissionId)).toEqual([good.id]);
});

test('what a closed account, one that left the round, or a draft delivers waits for a person', async () => {
  const { services, round, staff, phone } = await aField();
  const { rowId } = await aRow(services, round, staff.userId);
  const draft = await anEnvelope(phone, aSubmission(round, phone, { rowId, isFinished: false }));
  expect(await states(services, phone, [draft])).toEqual(['quarantined']);
  await withOffice(services.db, OFFICE, (trx) =>
    trx.updateTable('censusMembers').set({ leftOn: '2026-05-05' }).execute(),
  );
  const left = await anEnvelope(phone, aSubmission(round, phone, { rowId }));
  expect(await states(services, phone, [left])).toEqual(['quarantined']);
  await services.db
    .updateTable('authUsers')
    .set({ deactivatedAt: services.clock() })
    .where('id', '=', staff.userId)
    .execute();
  const closed = await anEnvelope(phone, aSubmission(round, phone, { rowId }));
  expect(await states(services, phone, [closed])).toEqual(['quarantined']);
  expect((await deliveriesOf(services)).map(({ reason }) => reason)).toEqual([
    'unfinished',
    'not_in_round',
    'account_closed',
  ]);
  expect(await rowOf(services, rowId)).toMatchObject({ status: 'assigned' });
});

test('an envelope of another office’s phone, sealed to its key, cannot be opened here', async () => {
  const { services, phone } = await aField();
  await anOffice(services, '33.25');
  const theirs = await aRunningRound(services, '33.25');
  const stranger = await aPhone(services, '33.25', await anEnumerator(services, theirs));
  const envelope = await anEnvelope(stranger, aSubmission(theirs, stranger));
  expect(await states(services, phone, [envelope])).toEqual(['unreadable']);
});
