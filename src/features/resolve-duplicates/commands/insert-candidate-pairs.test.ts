import { expect, test } from 'vitest';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aCandidatePair, aPairOf, clearlyAlike, doubtful, sure } from '../factory.ts';
import { pairPermissions } from '../permissions.ts';
import { countWaiting } from '../queries/count-waiting.server.ts';
import { openPairsOf } from '../queries/open-pairs-of.server.ts';
import { decidePair } from './decide-pair.server.ts';
import { insertCandidatePairs } from './insert-candidate-pairs.server.ts';

async function anOfficeWithAPair() {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const pair = await aCandidatePair(services, officer);
  const found = {
    ...doubtful,
    suggests: 'same' as const,
    steps: clearlyAlike,
    conflict: null,
    villageCode: null,
  };
  const insert = (more: object, insertion: { proposed?: boolean } = {}) =>
    inOneTransaction(services, officer, (context) =>
      insertCandidatePairs(context, [{ one: pair.rightId, other: pair.leftId, ...found, ...more }], {
        foundBy: 'register',
        ...insertion,
      }),
    );
  const pairNow = () =>
    inOneTransaction(services, officer, ({ trx }) =>
      trx
        .selectFrom('candidatePairs')
        .select(['weight', 'band', 'conflict', 'status', 'decision', 'foundBy'])
        .executeTakeFirstOrThrow(),
    );
  return { services, officer, pair, insert, pairNow };
}

test('a pair found again waits once, in whichever order its records come, by what speaks for it now', async () => {
  const { insert, pairNow } = await anOfficeWithAPair();
  expect(await insert(sure)).toEqual({ inserted: 0, renewed: 1 });
  expect(await pairNow()).toMatchObject({ weight: 12, band: 'sure', status: 'open', foundBy: 'list' });
  expect(await insert({ weight: 1, probability: 0.6 })).toEqual({ inserted: 0, renewed: 1 });
  expect(await pairNow()).toMatchObject({ weight: 1, band: 'review', status: 'open' });
});

test.each(['undone', 'chain'])(
  'a pair that wants a person (%s) is not sure when it is found again, however much speaks for it',
  async (conflict) => {
    const { insert, pairNow } = await anOfficeWithAPair();
    await insert({ ...sure, conflict });
    await insert(sure);
    expect(await pairNow()).toMatchObject({ weight: 12, band: 'review', conflict });
  },
);

test('what a search only proposes changes no pair that waits already', async () => {
  const { insert, pairNow } = await anOfficeWithAPair();
  expect(await insert(sure, { proposed: true })).toEqual({ inserted: 0, renewed: 0 });
  expect(await pairNow()).toMatchObject({ weight: 2, band: 'review', status: 'open' });
});

test('a pair that was decided stays decided, however much speaks for it later', async () => {
  const { services, officer, pair, insert, pairNow } = await anOfficeWithAPair();
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'different' });
  expect(await insert(sure)).toEqual({ inserted: 0, renewed: 0 });
  expect(await pairNow()).toMatchObject({ status: 'decided', decision: 'different', weight: 2 });
});

test('an enterprise is never a pair with itself', async () => {
  const { insert, pair } = await anOfficeWithAPair();
  expect(await insert({ one: pair.leftId, other: pair.leftId })).toEqual({ inserted: 0, renewed: 0 });
});

test('an enterprise is told what else on the register it may be, merged ones by the record that stands for them', async () => {
  const { services, officer, pair } = await anOfficeWithAPair();
  const third = await aCandidatePair(services, officer, { left: { name: 'Batik Ketiga' } });
  await aPairOf(services, officer, [pair.rightId, third.leftId], { weight: 5 });
  const similar = async (enterpriseId: string) => {
    const found = await read(services, officer, pairPermissions['pair.view'], (context) =>
      openPairsOf(context, enterpriseId),
    );
    return found.ok && found.value ? found.value.map((one) => one.enterpriseId) : [];
  };
  expect(await similar(pair.rightId)).toEqual([third.leftId, pair.leftId]);
  await execute(services, officer, decidePair, { pairId: pair.pairId, decision: 'same', survivor: 'left' });
  expect(await similar(pair.leftId)).toEqual([third.leftId]);
});

test('pairs whose record was withdrawn are not counted as waiting', async () => {
  const { services, officer, pair } = await anOfficeWithAPair();
  const waiting = () => inOneTransaction(services, officer, countWaiting);
  expect(await waiting()).toEqual({ sure: 0, review: 1, asked: 0 });
  await inOneTransaction(services, officer, ({ trx, now }) =>
    trx
      .updateTable('enterprises')
      .set({ withdrawnAt: now })
      .where('enterpriseId', '=', pair.leftId)
      .execute(),
  );
  expect(await waiting()).toEqual({ sure: 0, review: 0, asked: 0 });
});
