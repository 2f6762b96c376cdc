import { expect, test } from 'vitest';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { aCandidatePair, aPairOf, clearlyAlike, examplesSeen, sure } from '../factory.ts';
import { pairPermissions } from '../permissions.ts';
import { duplicatesOverview } from '../queries/duplicates-overview.server.ts';
import { answerQuestion } from './answer-question.server.ts';
import { decidePair } from './decide-pair.server.ts';
import { mergeSurePairs } from './merge-sure-pairs.server.ts';
import { releaseSurePairs } from './release-sure-pairs.server.ts';
import { setPolicy } from './set-policy.server.ts';
import { undoDecision } from './undo-decision.server.ts';

async function anOfficeAtWork() {
  const services = await freshServices();
  const office = await anOffice(services);
  return { services, office, officer: anActor(office) };
}
type AtWork = Awaited<ReturnType<typeof anOfficeAtWork>>;

async function overview({ services, officer }: AtWork) {
  const found = await read(services, officer, pairPermissions['pair.view'], duplicatesOverview);
  if (!found.ok || !found.value) throw new Error('no overview');
  return found.value;
}

const pairsNow = (services: Services, office: string, pairIds: readonly string[]) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('candidatePairs')
      .select(['pairId', 'status', 'decision', 'decidedBy', 'band', 'conflict'])
      .where('pairId', 'in', [...pairIds])
      .execute(),
  );
const taskOf = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx.selectFrom('longTasks').selectAll().where('kind', '=', 'linkage').executeTakeFirstOrThrow(),
  );

test('the pile is merged by the machine only after ten examples of it were looked at', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  const waiting = [
    await aCandidatePair(services, officer, sure),
    await aCandidatePair(services, officer, sure),
  ];
  await examplesSeen(services, officer, 9);
  expect((await overview(work)).release).toEqual({ state: 'needs_examples', seen: 9 });
  expect(await execute(services, officer, releaseSurePairs, {})).toMatchObject({
    ok: false,
    refusal: { code: 'wrong_state' },
  });
  await examplesSeen(services, officer, 1);
  expect((await overview(work)).release).toEqual({ state: 'may_release' });
  expect(await execute(services, officer, releaseSurePairs, {})).toMatchObject({
    ok: true,
    value: { pairs: 2 },
  });
  // Asked again while it is at work.
  expect(await execute(services, officer, releaseSurePairs, {})).toMatchObject({
    ok: false,
    refusal: { code: 'already_done' },
  });
  const { taskId } = await taskOf(services, office);
  await mergeSurePairs(services, office, taskId);
  const now = await pairsNow(
    services,
    office,
    waiting.map(({ pairId }) => pairId),
  );
  expect(now).toMatchObject([
    { status: 'decided', decision: 'same', decidedBy: 'Gawangan' },
    { status: 'decided', decision: 'same', decidedBy: 'Gawangan' },
  ]);
  expect(await taskOf(services, office)).toMatchObject({ state: 'done', doneCount: 2, totalCount: 2 });
  // The machine teaches itself nothing.
  const labels = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('pairLabels').select('labelId').execute(),
  );
  expect(labels).toHaveLength(10);
  // Run again, as after a crash: nothing is left to do.
  await mergeSurePairs(services, office, taskId);
  expect(await taskOf(services, office)).toMatchObject({ state: 'done', doneCount: 2 });
});

test('what the machine merged is taken back like any other decision, and then waits for a person', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  const { pairId } = await aCandidatePair(services, officer, sure);
  await examplesSeen(services, officer, 10);
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  expect(await execute(services, officer, undoDecision, { pairId })).toMatchObject({ ok: true });
  await mergeSurePairs(services, office, null);
  expect(await pairsNow(services, office, [pairId])).toMatchObject([
    { status: 'open', band: 'review', conflict: 'undone' },
  ]);
});

test('one example found wrong stops the machine, also while it is at work', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  await examplesSeen(services, officer, 10);
  const [left, wrong] = [
    await aCandidatePair(services, officer, sure),
    await aCandidatePair(services, officer, sure),
  ];
  await execute(services, officer, releaseSurePairs, {});
  await execute(services, officer, decidePair, { pairId: wrong.pairId, decision: 'different' });
  await mergeSurePairs(services, office, null);
  expect(await pairsNow(services, office, [left.pairId])).toMatchObject([{ status: 'open' }]);
  expect((await overview(work)).release).toMatchObject({ state: 'doubted', wrong: 1 });
});

test('records that hang together with two which somebody said are different wait for a person', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  await examplesSeen(services, officer, 10);
  // A and B are different, C looks like either.
  const ab = await aCandidatePair(services, officer);
  const c = await aCandidatePair(services, officer);
  await execute(services, officer, decidePair, { pairId: ab.pairId, decision: 'different' });
  const ac = await aPairOf(services, officer, [ab.leftId, c.leftId], { ...sure, weight: 20 });
  const bc = await aPairOf(services, officer, [ab.rightId, c.leftId], { ...sure, weight: 10 });
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  const now = new Map((await pairsNow(services, office, [ac, bc])).map((pair) => [pair.pairId, pair]));
  expect(now.get(ac)).toMatchObject({ decision: 'same' });
  expect(now.get(bc)).toMatchObject({ status: 'open', band: 'review', conflict: 'chain' });
});

test('what a person took apart does not come together again by a third record that looks like both', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  await examplesSeen(services, officer, 10);
  const ab = await aCandidatePair(services, officer, { ...sure, weight: 30 });
  const c = await anEnterprise(services, officer, { owner: 'Siti Aminah' });
  const ac = await aPairOf(services, officer, [ab.leftId, c.enterpriseId], { ...sure, weight: 20 });
  const bc = await aPairOf(services, officer, [ab.rightId, c.enterpriseId], { ...sure, weight: 10 });
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  expect(await execute(services, officer, undoDecision, { pairId: ac })).toMatchObject({ ok: true });
  await mergeSurePairs(services, office, null);
  const now = new Map((await pairsNow(services, office, [ac, bc])).map((pair) => [pair.pairId, pair]));
  expect(now.get(ac)).toMatchObject({ status: 'open', band: 'review', conflict: 'undone' });
  expect(now.get(bc)).toMatchObject({ status: 'open', band: 'review', conflict: 'chain' });
});

test.each(['same_nik_other_name', 'asked'])(
  'two records between which something waits for a person (%s) are not merged by way of a third',
  async (waiting) => {
    const work = await anOfficeAtWork();
    const { services, office, officer } = work;
    await examplesSeen(services, officer, 10);
    const conflict = waiting === 'asked' ? null : waiting;
    const ab = await aCandidatePair(services, officer, { conflict });
    if (waiting === 'asked')
      await execute(services, officer, decidePair, { pairId: ab.pairId, decision: 'unsure' });
    const c = await anEnterprise(services, officer, { owner: 'Siti Aminah' });
    const ac = await aPairOf(services, officer, [ab.leftId, c.enterpriseId], { ...sure, weight: 20 });
    const bc = await aPairOf(services, officer, [ab.rightId, c.enterpriseId], { ...sure, weight: 10 });
    await execute(services, officer, releaseSurePairs, {});
    await mergeSurePairs(services, office, null);
    const now = new Map((await pairsNow(services, office, [ac, bc])).map((pair) => [pair.pairId, pair]));
    expect(now.get(ac)).toMatchObject({ decision: 'same' });
    expect(now.get(bc)).toMatchObject({ status: 'open', band: 'review', conflict: 'chain' });
  },
);

test('a merge by the machine that a person takes back and finds wrong stops it', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  const { pairId } = await aCandidatePair(services, officer, sure);
  await examplesSeen(services, officer, 10);
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  await execute(services, officer, undoDecision, { pairId });
  await execute(services, officer, decidePair, { pairId, decision: 'different' });
  expect((await overview(work)).release).toMatchObject({ state: 'doubted', wrong: 1 });
});

test('a sure pair that the kelurahan knows to be two stops the machine; not being sure is no example', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  const { pairId } = await aCandidatePair(services, officer, sure);
  await examplesSeen(services, officer, 9);
  await execute(services, officer, decidePair, { pairId, decision: 'unsure' });
  expect((await overview(work)).release).toEqual({ state: 'needs_examples', seen: 9 });
  const { questionId } = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('villageQuestions').select('questionId').executeTakeFirstOrThrow(),
  );
  await execute(services, officer, answerQuestion, { questionId, answer: 'different' });
  expect((await overview(work)).release).toMatchObject({ state: 'doubted', wrong: 1 });
});

test('a stricter target keeps what was looked at, a laxer one asks for ten examples again, and bands follow', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  await examplesSeen(services, officer, 10);
  const { pairId } = await aCandidatePair(services, officer, { weight: 8, probability: 0.9995 });
  await execute(services, officer, setPolicy, { target: '10000' });
  expect(await pairsNow(services, office, [pairId])).toMatchObject([{ band: 'review' }]);
  expect((await overview(work)).release).toEqual({ state: 'may_release' });
  services.setNow(new Date(services.clock().getTime() + 60_000));
  await execute(services, officer, setPolicy, { target: '100' });
  expect(await pairsNow(services, office, [pairId])).toMatchObject([{ band: 'sure' }]);
  expect((await overview(work)).release).toEqual({ state: 'needs_examples', seen: 0 });
  expect(await execute(services, officer, setPolicy, { target: 'never' })).toMatchObject({ ok: true });
  expect((await overview(work)).release).toEqual({ state: 'never' });
  expect(await execute(services, officer, releaseSurePairs, {})).toMatchObject({
    ok: false,
    refusal: { code: 'wrong_state' },
  });
});

test('policy and pile are for officers of the whole office, and a target is one of those offered', async () => {
  const { services, office, officer } = await anOfficeAtWork();
  const inDistrict = anActor(office, 'officer', { kind: 'district', code: '33.75.04' });
  for (const actor of [anActor(office, 'head'), anActor(office, 'enumerator'), inDistrict]) {
    const outcomes = [
      await execute(services, actor, setPolicy, { target: '100' }),
      await execute(services, actor, releaseSurePairs, {}),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  }
  expect(await execute(services, officer, setPolicy, { target: '5' })).toMatchObject({
    ok: false,
    refusal: { code: 'invalid_input' },
  });
});

test('with the pile released, new sure pairs are queued to be merged, doubtful ones and contradictions are not', async () => {
  const work = await anOfficeAtWork();
  const { services, office, officer } = work;
  await aCandidatePair(services, officer, sure);
  await examplesSeen(services, officer, 10);
  await execute(services, officer, releaseSurePairs, {});
  await mergeSurePairs(services, office, null);
  const fresh = await aCandidatePair(services, officer, sure);
  const doubtful = await aCandidatePair(services, officer, { steps: clearlyAlike });
  const conflict = await aCandidatePair(services, officer, { ...sure, conflict: 'same_nik_other_name' });
  await mergeSurePairs(services, office, null);
  const now = await pairsNow(services, office, [fresh.pairId, doubtful.pairId, conflict.pairId]);
  const byId = new Map(now.map((pair) => [pair.pairId, pair.status]));
  expect([fresh, doubtful, conflict].map(({ pairId }) => byId.get(pairId))).toEqual([
    'decided',
    'open',
    'open',
  ]);
});
