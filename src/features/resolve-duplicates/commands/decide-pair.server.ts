import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { decidePairInput } from '../input.ts';
import { lockPair } from '../pair-store.server.ts';
import { pairPermissions } from '../permissions.ts';
import { labelSourceOf } from '../rules/label-source.ts';
import { carryOut } from './carry-out.server.ts';

/**
 * What a person says of a pair. The same answer by the same person once more changes nothing; where somebody else was
 * quicker, the refusal says who and what.
 */
export const decidePair = defineCommand({
  name: 'pair.decide',
  permission: pairPermissions['pair.decide'],
  input: decidePairInput,
  async run(context, { pairId, decision, survivor, note }) {
    const { trx, officeCode, actor } = context;
    const pair = isOfWholeOffice(context) ? await lockPair(trx, officeCode, pairId) : null;
    if (!pair || pair.status === 'proposed') return refused('not_found');
    if (pair.decision === decision && pair.decidedById === actor.id)
      return done({ pairId, decision, mergeId: pair.mergeId });
    if (pair.status === 'decided' || (pair.status === 'asked' && decision === 'unsure'))
      return refused('already_done', {
        details: { by: pair.decidedBy ?? '', decision: pair.decision ?? '' },
      });
    if (pair.status === 'set_aside') return refused('wrong_state', { details: { why: 'settled' } });
    return carryOut(context, pair, {
      decision,
      survivor,
      note,
      source: labelSourceOf(pair),
    });
  },
});
