import { expect, test } from 'vitest';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { listStandingIds } from '../../register-enterprise/index.server.ts';
import { aCandidatePair, aPairOf, sure, type TestPair, waitingPairs } from '../factory.ts';
import { lockPair } from '../pair-store.server.ts';
import type { Decision } from '../rules/decisions.ts';
import { decidePair } from './decide-pair.server.ts';
import { undoDecision } from './undo-decision.server.ts';

async function anOfficeWithAPair() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  return { services, office, officer, pair: await aCandidatePair(services, officer) };
}

const pairNow = async (services: Services, office: string, pairId: string) =>
  withOffice(services.db, office, (trx) => lockPair(trx, office, pairId));
const labelsOf = (services: Services, office: string, pairId: string) =>
  withOffice(services.db, office, (trx) =>
    trx.selectFrom('pairLabels').selectAll().where('pairId', '=', pairId).orderBy('labelId').execute(),
  );
const auditOf = async (services: Services, office: string, pairId: string) => {
  const rows = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select('action')
      .where('subjectId', '=', pairId)
      .orderBy('eventId')
      .execute(),
  );
  return rows.map(({ action }) => action);
};
/** Whether both records are one now. */
const areOne = (
  services: Services,
  office: string,
  { leftId, rightId }: Pick<TestPair, 'leftId' | 'rightId'>,
) =>
  withOffice(services.db, office, async (trx) => {
    const standing = await listStandingIds(trx, office, [leftId, rightId]);
    return standing.get(leftId) === standing.get(rightId);
  });

test('two records that a person says are the same become one, with what was said kept for learning', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  const decided = await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'same' });
  expect(decided).toMatchObject({ ok: true, value: { decision: 'same', mergeId: expect.any(String) } });
  expect(await areOne(services, office, pair)).toBe(true);
  expect(await pairNow(services, office, pair.pairId)).toMatchObject({
    status: 'decided',
    decidedBy: officer.name,
    decidedById: officer.id,
  });
  expect(await labelsOf(services, office, pair.pairId)).toMatchObject([
    {
      decision: 'same',
      source: 'review',
      pattern: [
        ['nik', 'exact'],
        ['person_name', 'sounds_alike'],
        ['village', 'same'],
        ['phone', 'different'],
      ],
    },
  ]);
  expect(await auditOf(services, office, pair.pairId)).toEqual(['pair.decided']);
});

test('the reviewer may say which record goes on', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'same', survivor: 'right' });
  const standing = await withOffice(services.db, office, (trx) =>
    listStandingIds(trx, office, [pair.leftId]),
  );
  expect(standing.get(pair.leftId)).toBe(pair.rightId);
});

test.each<[Decision, boolean, string]>([
  ['different', false, 'decided'],
  ['same_owner', false, 'decided'],
  ['family_continues', true, 'decided'],
  ['unsure', false, 'asked'],
])('"%s": the enterprises are one: %s, the pair is %s', async (decision, one, status) => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision });
  expect(await areOne(services, office, pair)).toBe(one);
  expect(await pairNow(services, office, pair.pairId)).toMatchObject({ status, decision });
});

test('where nobody is sure the kelurahan is asked', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'unsure' });
  const questions = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('villageQuestions').selectAll().execute(),
  );
  expect(questions).toMatchObject([
    { pairId: pair.pairId, villageCode: '33.75.04.1004', answeredAt: null, askedBy: officer.name },
  ]);
  // Asked later and known after all: the question is closed with the answer.
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'different' });
  const closed = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('villageQuestions').select('answer').execute(),
  );
  expect(closed).toEqual([{ answer: 'different' }]);
});

test('a decision taken back leaves everything as it was, and what was said is marked as taken back', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  const { pairId } = pair;
  await execute(services, officer, decidePair, { pairId, decision: 'same' });
  const undone = await execute(services, officer, undoDecision, { pairId });
  expect(undone).toMatchObject({ ok: true });
  expect(await areOne(services, office, pair)).toBe(false);
  expect(await pairNow(services, office, pairId)).toMatchObject({
    status: 'open',
    decision: null,
    mergeId: null,
  });
  expect((await labelsOf(services, office, pairId))[0]?.undoneAt).not.toBeNull();
  expect(await auditOf(services, office, pairId)).toEqual(['pair.decided', 'pair.decision_undone']);
  const again = await execute(services, officer, undoDecision, { pairId });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'already_done' } });
  // And decided once more, otherwise.
  await execute(services, officer, decidePair, { pairId, decision: 'different' });
  expect(await pairNow(services, office, pairId)).toMatchObject({ decision: 'different' });
});

test('pairs that a merge leaves nothing to ask about are set aside, and come back when it is undone', async () => {
  const { services, officer, pair } = await anOfficeWithAPair();
  const third = await aCandidatePair(services, officer);
  // Three records of one enterprise: left–right, right–third, left–third.
  await aPairOf(services, officer, [pair.rightId, third.leftId]);
  const last = await aPairOf(services, officer, [pair.leftId, third.leftId]);
  const ids = async () => (await waitingPairs(services, officer)).map(({ pairId }) => pairId);
  expect(await ids()).toHaveLength(4);
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'same' });
  // What is left between the two of them and the third is one question, asked twice; its answer settles both.
  await execute(services, officer, decidePair, { pairId: last, decision: 'different' });
  expect(await ids()).toEqual([third.pairId]);
  await execute(services, officer, undoDecision, { pairId: last });
  expect(await ids()).toHaveLength(3);
});

test('the same answer given twice by the same person counts once', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  const input = { pairId: pair.pairId, decision: 'same' };
  const first = await execute(services, officer, decidePair, input);
  const second = await execute(services, officer, decidePair, input);
  expect(second).toEqual(first);
  expect(await labelsOf(services, office, pair.pairId)).toHaveLength(1);
});

test('who comes second is told who was quicker, and what they said', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'different' });
  const second = await execute(services, anActor(office, 'data_officer'), decidePair, {
    pairId: pair.pairId,
    decision: 'same',
  });
  expect(second).toMatchObject({
    ok: false,
    refusal: { code: 'already_done', details: { by: officer.name, decision: 'different' } },
  });
  expect(await areOne(services, office, pair)).toBe(false);
});

test('of two reviewers who answer at the same moment exactly one is heard', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  const other = anActor(office);
  const answers = await Promise.all([
    execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'same' }),
    execute(services, other, decidePair, { pairId: pair.pairId, decision: 'different' }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await labelsOf(services, office, pair.pairId)).toHaveLength(1);
  const now = await pairNow(services, office, pair.pairId);
  expect(await areOne(services, office, pair)).toBe(now?.decision === 'same');
});

test('reviewers at different pairs of the same three records never wait for each other in a circle', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  const third = await aCandidatePair(services, officer);
  const second = await aPairOf(services, officer, [pair.rightId, third.leftId]);
  const last = await aPairOf(services, officer, [pair.leftId, third.leftId]);
  const answers = await Promise.all(
    [pair.pairId, second, last].map((pairId) =>
      execute(services, anActor(office), decidePair, { pairId, decision: 'same' }),
    ),
  );
  // Two merges make the three one; for the third answer there is nothing left to do.
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
  expect(refused).toMatchObject([{ code: 'wrong_state' }]);
});

test('a pair of which a record was withdrawn can no longer be decided', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  await inOneTransaction(services, officer, ({ trx, now }) =>
    trx
      .updateTable('enterprises')
      .set({ withdrawnAt: now })
      .where('enterpriseId', '=', pair.leftId)
      .execute(),
  );
  const decided = await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'same' });
  expect(decided).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  expect(await pairNow(services, office, pair.pairId)).toMatchObject({ status: 'open' });
});

test('a pair that a run merely proposes cannot be decided yet', async () => {
  const { services, officer } = await anOfficeWithAPair();
  const proposed = await aCandidatePair(services, officer, { insertion: { proposed: true } });
  for (const command of [decidePair, undoDecision]) {
    const outcome = await execute(services, officer, command as typeof decidePair, {
      pairId: proposed.pairId,
      decision: 'same',
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  }
});

test('what a person says of a sure pair counts as an example looked at', async () => {
  const { services, office, officer } = await anOfficeWithAPair();
  const { pairId } = await aCandidatePair(services, officer, sure);
  await execute(services, officer, decidePair, { pairId, decision: 'same' });
  expect(await labelsOf(services, office, pairId)).toMatchObject([{ source: 'example' }]);
});

test('only officers of the whole office decide, and only on pairs of their own office', async () => {
  const { services, office, officer, pair } = await anOfficeWithAPair();
  const input = { pairId: pair.pairId, decision: 'same' };
  const elsewhere = anActor(await anOffice(services, '33.25'));
  const inDistrict = anActor(office, 'officer', { kind: 'district', code: '33.75.04' });
  const nobody = { ...officer, grants: [] };
  for (const [actor, code] of [
    [nobody, 'forbidden'],
    [anActor(office, 'head'), 'forbidden'],
    [anActor(office, 'enumerator'), 'forbidden'],
    [elsewhere, 'not_found'],
    [inDistrict, 'not_found'],
  ] as const) {
    expect(await execute(services, actor, decidePair, input)).toMatchObject({ ok: false, refusal: { code } });
    expect(await execute(services, actor, undoDecision, input)).toMatchObject({
      ok: false,
      refusal: { code },
    });
  }
  for (const wrong of [{ ...input, decision: 'maybe' }, { ...input, pairId: 'x' }, { pairId: pair.pairId }])
    expect(await execute(services, officer, decidePair, wrong)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_input' },
    });
  expect(await pairNow(services, office, pair.pairId)).toMatchObject({ status: 'open' });
});
