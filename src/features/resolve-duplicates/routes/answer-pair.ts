import type { Actor } from '#kernel/actor.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { decidePair } from '../commands/decide-pair.server.ts';
import { judgeSample, skipSample } from '../commands/quality-sample.server.ts';
import { undoDecision } from '../commands/undo-decision.server.ts';

/** One answer of a form, whichever of the two addresses it came to. */
export function answerPair(
  services: Services,
  actor: Actor,
  { intent = 'decide', pairId, sampleId, decision, survivor }: Record<string, string>,
): Promise<Outcome<{ pairId: string }>> {
  if (intent === 'undo') return execute(services, actor, undoDecision, { pairId });
  if (intent === 'skip') return execute(services, actor, skipSample, { sampleId });
  if (intent !== 'decide') return Promise.resolve(refused('invalid_input'));
  return sampleId
    ? execute(services, actor, judgeSample, { sampleId, decision })
    : execute(services, actor, decidePair, { pairId, decision, survivor });
}
