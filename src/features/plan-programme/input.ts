import { z } from 'zod';
import { parseRupiah } from '#kernel/parse-rupiah.ts';
import { done, type Parsed, unparsed } from '#kernel/refusal.ts';
import { blankAsAbsent, dayShape, idShape, optionalText, parsedBy, requiredText } from '#kernel/shape.ts';
import { supportTopics } from '#kernel/support-terms.ts';
import { intakeActions } from './rules/intake-state.ts';
import { partnerKinds, programmeKinds } from './rules/programme-kinds.ts';
import { templateKeys } from './rules/templates.ts';

const optional = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(blankAsAbsent, shape.optional());

/** A whole number as typed. */
export const count = (least: number, most: number) =>
  z
    .union([z.number(), z.string().transform((text) => Number(text.replace(/[.\s]/g, '') || 'x'))])
    .pipe(z.number('not_a_number').int('not_a_number').min(least).max(most));

/** The largest that a line, a seat or a payment can be: a hundred times the yearly budget of a regency. */
const MOST_RUPIAH = 1e14;
/** An amount as typed: `1.500.000`, `1,5 jt`. */
const rupiah = z
  .union([
    z.number(),
    parsedBy((text): Parsed<number> => {
      const parsed = parseRupiah(text);
      if (!parsed.ok) return parsed;
      return parsed.value.kind === 'exact' ? done(parsed.value.rupiah) : unparsed('amount_ambiguous');
    }),
  ])
  .pipe(z.number().int('amount_unreadable').min(0, 'amount_negative').max(MOST_RUPIAH, 'amount_too_large'));
const paid = rupiah.pipe(z.number().min(1, 'blank'));

const stageShape = z.object({
  name: requiredText(120),
  description: optionalText(500),
  days: optional(count(1, 365)),
});

export const programmeFacts = z.object({
  kind: z.enum(programmeKinds),
  topic: z.enum(supportTopics),
  name: requiredText(120),
  summary: optionalText(1_000),
  partnerId: optional(idShape),
  stages: z.array(stageShape).max(20),
});
export const createProgrammeInput = programmeFacts.extend({ template: optional(z.enum(templateKeys)) });
export const editProgrammeInput = programmeFacts.extend({
  programmeId: idShape,
  revision: count(1, 1e9),
});
export const steerProgrammeInput = z.object({ programmeId: idShape, action: z.enum(['end', 'reopen']) });

const intakeFacts = z.object({
  name: requiredText(120),
  stage: count(1, 20),
  partnerId: optional(idShape),
  place: optionalText(300),
  startsOn: dayShape,
  endsOn: dayShape,
  seats: count(1, 10_000),
  costPerSeat: rupiah.pipe(z.number().max(1e10, 'amount_too_large')),
  budgetLineId: optional(idShape),
  applicationsOpenOn: optional(dayShape),
  applicationsCloseOn: optional(dayShape),
});
type Days = z.output<typeof intakeFacts>;
/** In order: applications open, close, the intake begins, ends. */
const inOrder = <Shape extends z.ZodType<Days>>(shape: Shape) =>
  shape
    .refine((intake) => intake.endsOn >= intake.startsOn, { path: ['endsOn'], message: 'out_of_range' })
    .refine(({ applicationsOpenOn: open, applicationsCloseOn: close }) => !open || !close || close >= open, {
      path: ['applicationsCloseOn'],
      message: 'out_of_range',
    });

export const createIntakeInput = inOrder(intakeFacts.extend({ programmeId: idShape }));
export const editIntakeInput = inOrder(intakeFacts.extend({ intakeId: idShape, revision: count(1, 1e9) }));
export const steerIntakeInput = z.object({
  intakeId: idShape,
  action: z.enum(intakeActions),
  reason: optionalText(300),
});

export const partnerFacts = z.object({
  kind: z.enum(partnerKinds),
  name: requiredText(160),
  note: optionalText(500),
});
export const editPartnerInput = partnerFacts.extend({
  partnerId: idShape,
  revision: count(1, 1e9),
  endedOn: optional(dayShape),
});

const lineFacts = z.object({
  code: requiredText(80),
  name: requiredText(200),
  indicator: optionalText(300),
  target: optionalText(120),
});
const ceilingFacts = z.object({
  amount: rupiah,
  effectiveOn: dayShape,
  documentNumber: requiredText(120),
  note: optionalText(300),
});
export const addLineInput = lineFacts.extend({ fiscalYear: count(2000, 2200) }).extend(ceilingFacts.shape);
export const editLineInput = lineFacts.extend({ budgetLineId: idShape, revision: count(1, 1e9) });
export const setCeilingInput = ceilingFacts.extend({ budgetLineId: idShape });
export const postponeForCeilingInput = z.object({
  budgetLineId: idShape,
  intakeIds: z.array(idShape).min(1, 'not_a_choice').max(500),
});

export const recordSpendingInput = z.object({
  /** Made with the form: the same payment sent twice is kept once. */
  spendingId: idShape,
  commitmentId: idShape,
  amount: paid,
  spentOn: dayShape,
  documentNumber: requiredText(120),
  note: optionalText(300),
});
export const takeBackSpendingInput = z.object({ spendingId: idShape, reason: requiredText(300) });
export const releaseRestInput = z.object({ commitmentId: idShape });
