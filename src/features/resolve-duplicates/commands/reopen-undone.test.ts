import { expect, test } from 'vitest';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { undo } from '../../register-enterprise/commands/undo-merge.server.ts';
import { aCandidatePair } from '../factory.ts';
import { listLabels } from '../label-store.server.ts';
import { listPairs } from '../pair-store.server.ts';
import { decidePair } from './decide-pair.server.ts';
import { reopenUndone } from './reopen-undone.server.ts';

async function aMergedPair(decision: string) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { pairId, leftId } = await aCandidatePair(services, officer);
  const decided = await execute(services, officer, decidePair, { pairId, decision });
  if (!decided.ok) throw new Error(decided.refusal.code);
  const pair = () =>
    withOffice(services.db, office, async (trx) => (await listPairs(trx, office, [pairId]))[0]);
  return { services, office, officer, pairId, leftId, mergeId: decided.value.mergeId, pair };
}

test.each(['same', 'same_owner', 'family_continues'])(
  'a merge decided as %s and undone on the profile is a question for a person again, and teaches nothing',
  async (decision) => {
    const { services, office, officer, mergeId, pair } = await aMergedPair(decision);
    await reopenUndone(services, office);
    expect(await pair()).toMatchObject({ status: 'decided', decision, mergeId });
    expect(await execute(services, officer, undo, { mergeId })).toMatchObject({ ok: true });
    await reopenUndone(services, office);
    const open = { status: 'open', band: 'review', conflict: 'undone', decision: null, mergeId: null };
    expect(await pair()).toMatchObject(open);
    expect(await inOneTransaction(services, officer, ({ trx }) => listLabels(trx, office))).toEqual([]);
  },
);

test('decided again after it was undone, the decision stays', async () => {
  const { services, office, officer, pairId, mergeId, pair } = await aMergedPair('same');
  await execute(services, officer, undo, { mergeId });
  await reopenUndone(services, office);
  const again = await execute(services, officer, decidePair, { pairId, decision: 'different' });
  expect(again).toMatchObject({ ok: true });
  await reopenUndone(services, office);
  expect(await pair()).toMatchObject({ status: 'decided', decision: 'different' });
});
