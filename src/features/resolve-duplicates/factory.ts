import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { decidePair } from './commands/decide-pair.server.ts';
import { type Insertion, insertCandidatePairs } from './commands/insert-candidate-pairs.server.ts';
import { insertLabel } from './label-store.server.ts';
import { listEnds } from './pair-store.server.ts';
import type { FoundPair } from './rules/likeness-pairs.ts';

/** Alike in all but one letter of the name. */
export const clearlyAlike = [
  { comparison: 'nik', level: 'exact', weight: 14.2 },
  { comparison: 'person_name', level: 'sounds_alike', weight: 6.1 },
  { comparison: 'village', level: 'same', weight: 3.1 },
  { comparison: 'phone', level: 'different', weight: -0.8 },
];
export const sure = { weight: 12, probability: 0.9999 };
export const doubtful = { weight: 2, probability: 0.8 };

type Given = Partial<FoundPair> & { insertion?: Partial<Insertion> };

/** A pair between two enterprises, doubtful unless told otherwise; put in as linkage puts it in. */
export async function aPairOf(
  services: Services,
  actor: Actor,
  [one, other]: readonly [string, string],
  { insertion, ...given }: Given = {},
): Promise<string> {
  return inOneTransaction(services, actor, async (context) => {
    const pair: FoundPair = {
      one,
      other,
      ...doubtful,
      suggests: 'same',
      steps: clearlyAlike,
      conflict: null,
      villageCode: '33.75.04.1004',
      ...given,
    };
    await insertCandidatePairs(context, [pair], { foundBy: 'list', ...insertion });
    const found = await context.trx
      .selectFrom('candidatePairs')
      .select('pairId')
      .where('leftId', '=', one < other ? one : other)
      .where('rightId', '=', one < other ? other : one)
      .executeTakeFirstOrThrow();
    return found.pairId;
  });
}

export type TestPair = { pairId: string; leftId: string; rightId: string };
type Made = Parameters<typeof anEnterprise>[2];

/** A pair with two enterprises of its own that look alike. */
export async function aCandidatePair(
  services: Services,
  actor: Actor,
  given: Given & { left?: Made; right?: Made } = {},
): Promise<TestPair> {
  const { left, right, ...pair } = given;
  const one = await anEnterprise(services, actor, { owner: 'Siti Aminah', ...left });
  const other = await anEnterprise(services, actor, { owner: 'Siti Amina', ...right });
  const pairId = await aPairOf(services, actor, [one.enterpriseId, other.enterpriseId], pair);
  return { pairId, leftId: one.enterpriseId, rightId: other.enterpriseId };
}

/** Pairs that wait or are asked, as the store lists them. */
export const waitingPairs = (services: Services, actor: Actor) =>
  inOneTransaction(services, actor, ({ trx, officeCode }) => listEnds(trx, officeCode));

/** As if so many examples of the sure ones had been looked at and found right; one of them truly was. */
export async function examplesSeen(services: Services, actor: Actor, count: number): Promise<void> {
  const { pairId } = await aCandidatePair(services, actor, sure);
  const decided = await execute(services, actor, decidePair, { pairId, decision: 'same' });
  if (!decided.ok) throw new Error(decided.refusal.code);
  await inOneTransaction(services, actor, async ({ trx, officeCode, now }) => {
    const label = { pairId, decision: 'same', pattern: [], source: 'example', at: now } as const;
    for (let more = 1; more < count; more++)
      await insertLabel(trx, officeCode, { ...label, labelId: newId(), by: actor.name, byId: actor.id });
  });
}
