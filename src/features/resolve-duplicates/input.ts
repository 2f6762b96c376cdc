import { z } from 'zod';
import { idShape } from '#kernel/shape.ts';
import { decisions } from './rules/decisions.ts';
import { falseMergeTargets } from './rules/false-merge-target.ts';
import { villageAnswers } from './rules/village-answers.ts';

const side = z.enum(['left', 'right']);

export const decidePairInput = z.object({
  pairId: idShape,
  decision: z.enum(decisions),
  /** Of two that are one, whose values stand; by rule when left out. */
  survivor: side.optional(),
  note: z.string().trim().max(500).optional(),
});

export const pairIdInput = z.object({ pairId: idShape });
export const runIdInput = z.object({ runId: idShape });

const target = z
  .enum(['never', ...falseMergeTargets.map(String)])
  .transform((chosen) => (chosen === 'never' ? null : Number(chosen)));
/** "At most one in so many", or `never`. */
export const policyInput = z.object({ target });

export const judgeSampleInput = z.object({ sampleId: idShape, decision: z.enum(decisions) });
export const sampleIdInput = z.object({ sampleId: idShape });

export const answerQuestionInput = z.object({ questionId: idShape, answer: z.enum(villageAnswers) });
