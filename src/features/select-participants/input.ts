import { z } from 'zod';
import { blankAsAbsent, dayShape, idShape, optionalText, requiredText } from '#kernel/shape.ts';
import { supportTopics } from '#kernel/support-terms.ts';
import { plannedSectors } from './rules/plan-words.ts';
import {
  criterionCode,
  plannedEvidences,
  reserveCode,
  type SelectionPlan,
  type Tag,
} from './rules/selection-plan.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const weight = whole(1, 100);
const year = whole(2000, 2100);

export const selectionIdInput = z.object({ selectionId: idShape });

/** @property selectionId made by the form, so that it is begun once @property intakeIds of one programme */
export const createSelectionInput = z.object({
  selectionId: idShape,
  intakeIds: z.array(idShape).min(1).max(20),
});

const criterionShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('conditions'), weight }),
  z.strictObject({ kind: z.literal('never_served'), weight }),
  z.strictObject({
    kind: z.literal('fewer_supports'),
    weight,
    sinceYear: year,
    topic: z.enum(supportTopics).nullable(),
  }),
  z.strictObject({
    kind: z.literal('assessment'),
    weight,
    rubricId: idShape,
    name: z.strictObject({ id: requiredText(120), en: requiredText(120) }),
  }),
  z.strictObject({ kind: z.literal('verified'), weight, withinMonths: whole(1, 60) }),
  z.strictObject({ kind: z.literal('produces'), weight }),
  z.strictObject({ kind: z.literal('years'), weight, prefer: z.enum(['longer', 'shorter']) }),
  z.strictObject({ kind: z.literal('evidence'), weight, evidence: z.enum(plannedEvidences) }),
  z.strictObject({ kind: z.literal('order'), weight }),
]);

const tags: readonly string[] = [
  'never_served',
  'women',
  'disability',
  'new_village',
  'proposed',
  ...plannedSectors.map((sector) => `sector:${sector}`),
];
const tagShape = z
  .string()
  .refine((tag) => tags.includes(tag), 'not_a_choice')
  .transform((tag) => tag as Tag);
const shareShape = z.union([
  z.strictObject({ seats: whole(0, 10_000) }),
  z.strictObject({ percent: whole(0, 100) }),
]);

/** No criterion twice, no share twice, and something to go by. */
export const planShape = z
  .strictObject({
    criteria: z.array(criterionShape).min(1).max(20),
    reserves: z
      .array(z.strictObject({ tag: tagShape, intakeId: idShape.nullable(), atLeast: shareShape }))
      .max(20),
    quotas: z
      .array(z.strictObject({ tag: tagShape, intakeId: idShape.nullable(), atMost: shareShape }))
      .max(20),
    takePart: z.enum(['no_out', 'many_out', 'all']),
    servedSince: year,
    answerDays: whole(1, 30),
    moveUpDays: whole(0, 30),
  })
  .superRefine((plan, context) => {
    const once = (codes: readonly string[], path: string) => {
      for (const [at, code] of codes.entries())
        if (codes.indexOf(code) < at)
          context.addIssue({ code: 'custom', path: [path, at], message: 'used_twice' });
    };
    once(plan.criteria.map(criterionCode), 'criteria');
    once(plan.reserves.map(reserveCode), 'reserves');
    once(plan.quotas.map(reserveCode), 'quotas');
  }) satisfies z.ZodType<SelectionPlan>;

export const editPlanInput = z.object({
  selectionId: idShape,
  revision: z.coerce.number().int(),
  plan: planShape,
});

/**
 * @property seed typed by the office, with where it comes from; left out: drawn by the program
 */
export const lockSelectionInput = z.object({
  selectionId: idShape,
  revision: z.coerce.number().int(),
  seed: optionalText(120),
  seedSource: optionalText(200),
});

export const dropSelectionInput = selectionIdInput.extend({ reason: requiredText(300) });

const percent = whole(1, 200).optional();
const changeShape = z.strictObject({
  moreSeats: percent,
  moreMoney: percent,
  without: z.string().max(120).optional(),
  weights: z.record(z.string().max(60), whole(0, 100)).optional(),
});

/** @property seed of a trial; left out: drawn. The official run takes the published one */
export const runSelectionInput = z.object({
  selectionId: idShape,
  kind: z.enum(['trial', 'official']),
  seed: optionalText(120),
  change: changeShape.optional(),
});
export type RunSelectionAsked = z.output<typeof runSelectionInput>;

const reason = requiredText(300);

/** A seat where nobody has to be chosen. @property answered said yes already: no answer is waited for */
export const seatDirectlyInput = z.object({
  participantId: idShape,
  intakeId: idShape,
  enterpriseId: idShape,
  reason,
  answered: z.preprocess((value) => value === '1' || value === 'true' || value === true, z.boolean()),
});

export const answerSeatInput = z.object({
  participantId: idShape,
  answer: z.enum(['confirm', 'decline']),
  reason: optionalText(300),
});

/** @property codeHash hex of the link's hash: the code itself goes no further than the page */
export const answerByLinkInput = z.object({
  codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  answer: z.enum(['confirm', 'decline']),
  reason: optionalText(300),
});

export const leaveSeatInput = z.object({ participantId: idShape, reason });

/** @property displacedId participant who gives up the seat; left out: a seat is free */
export const overrideSeatInput = z.object({
  overrideId: idShape,
  intakeId: idShape,
  enterpriseId: idShape,
  displacedId: z.preprocess(blankAsAbsent, idShape.optional()),
  reason,
});

export const intakeOfSeatsInput = z.object({ intakeId: idShape });

/** @property vacated participant whose seat it was */
export const giveInsteadInput = z.object({
  intakeId: idShape,
  vacated: idShape,
  enterpriseId: idShape,
  reason,
});

/** @property participantId one person; left out: all who have not answered */
export const answerLinksInput = z.object({
  intakeId: idShape,
  participantId: z.preprocess(blankAsAbsent, idShape.optional()),
});

/** @property lead, members, acknowledged signatories of the office */
export const makeMinutesInput = z.object({
  minutesId: idShape,
  selectionId: idShape,
  number: requiredText(80),
  dated: dayShape,
  lead: idShape,
  members: z.array(idShape).max(8).default([]),
  acknowledged: z.preprocess(blankAsAbsent, idShape.optional()),
});

export const askAppealInput = z.object({
  appealId: idShape,
  applicationId: idShape,
  question: z.preprocess(blankAsAbsent, requiredText(1_000).optional()),
});

/**
 * @property outcome for `upheld`: `seat` at once (`displacedId` names who gives it up; left out: a seat is free), first on
 * the waiting list, or `none`
 */
export const answerAppealInput = z
  .object({
    appealId: idShape,
    status: z.enum(['upheld', 'rejected']),
    answer: requiredText(1_000),
    outcome: z.preprocess(blankAsAbsent, z.enum(['seat', 'waiting_list', 'none']).optional()),
    displacedId: z.preprocess(blankAsAbsent, idShape.optional()),
  })
  .refine(({ status, outcome }) => status === 'rejected' || outcome !== undefined, {
    path: ['outcome'],
    message: 'blank',
  });

export const appealIdInput = z.object({ appealId: idShape });
