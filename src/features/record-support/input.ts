import { z } from 'zod';
import { parseRupiah } from '#kernel/parse-rupiah.ts';
import { done, type Parsed, unparsed } from '#kernel/refusal.ts';
import { blankAsAbsent, dayShape, idShape, optionalText, parsedBy, requiredText } from '#kernel/shape.ts';
import { supportKinds, supportTopics } from '#kernel/support-terms.ts';
import { supportOutcomes } from './rules/support.ts';

const rupiah = parsedBy((text): Parsed<number> => {
  const parsed = parseRupiah(text);
  if (!parsed.ok) return parsed;
  return parsed.value.kind === 'exact' ? done(parsed.value.rupiah) : unparsed('amount_ambiguous');
});

const facts = z.object({
  kind: z.enum(supportKinds),
  topic: z.enum(supportTopics),
  title: requiredText(160),
  provider: requiredText(160),
  startedOn: dayShape,
  endedOn: z.preprocess(blankAsAbsent, dayShape.optional()),
  outcome: z.enum(supportOutcomes),
});
const inOrder = <Shape extends z.ZodType<z.output<typeof facts>>>(shape: Shape) =>
  shape.refine(({ startedOn, endedOn }) => !endedOn || endedOn >= startedOn, {
    path: ['endedOn'],
    message: 'out_of_range',
  });

export const addSupportInput = inOrder(
  facts.extend({ enterpriseId: idShape, value: z.preprocess(blankAsAbsent, rupiah.optional()) }),
);
export const withdrawSupportInput = z.object({ supportId: idShape, reason: optionalText(300) });

/** What everybody on a list received; the title may be left out, then it is the list's name. */
export const recordListInput = inOrder(facts.extend({ sourceListId: idShape }));
export const withdrawBatchInput = z.object({ batchId: idShape });
