import { z } from 'zod';
import { dayShape, idShape, optionalText, parsedBy, requiredText } from '#kernel/shape.ts';
import { isAreaCode } from '#kernel/statutory/area-code.ts';
import { parseNip } from '#kernel/statutory/nip.ts';
import { duties } from './rules/duties.ts';
import { rtWords } from './rules/visit-order.ts';

const villageShape = z.string().refine(isAreaCode, 'area_format');
/** A whole number as typed: `60.000` in Indonesian. */
const count = (least: number, most = 10_000_000) =>
  z
    .union([z.number(), z.string().transform((text) => Number(text.replace(/[.\s]/g, '') || 'x'))])
    .pipe(z.number('not_a_number').int('not_a_number').min(least).max(most));
const optionalCount = (least: number) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), count(least).optional());

export const roundIdInput = z.object({ roundId: idShape });

export const roundFacts = z
  .object({
    name: requiredText(120),
    purpose: requiredText(500),
    legalBasis: optionalText(300),
    bpsNumber: optionalText(60),
    startsOn: dayShape,
    endsOn: dayShape,
    target: optionalCount(1),
    sampleSize: count(0),
    formId: z.string().min(1).max(60),
    formVersion: count(1),
    sourceListIds: z.array(idShape).min(1, 'not_a_choice').max(200),
    villages: z
      .array(z.object({ villageCode: villageShape, target: optionalCount(1) }))
      .min(1, 'not_a_choice')
      .max(2_000),
  })
  .refine((round) => round.endsOn >= round.startsOn, { path: ['endsOn'], message: 'out_of_range' });

export const editRoundInput = z.intersection(roundFacts, z.object({ roundId: idShape, revision: count(1) }));

const userId = z.string().min(1).max(100);

export const addMembersInput = z.object({
  roundId: idShape,
  userIds: z.array(userId).min(1, 'not_a_choice').max(500),
  duty: z.enum(duties),
});

export const changeMemberInput = z.object({
  roundId: idShape,
  userId,
  duty: z.enum(duties),
  supervisorId: z.preprocess((value) => value || undefined, userId.optional()),
  homeVillages: z.array(villageShape).max(300).default([]),
});

export const memberInput = z.object({ roundId: idShape, userId, duty: z.enum(duties) });

/** Part of a round's rows: nothing given means all. */
export const partShape = z.object({
  villageCode: villageShape.optional(),
  rw: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  rt: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  sourceListId: idShape.optional(),
});

export const assignInput = z.object({
  roundId: idShape,
  part: partShape.default({}),
  userIds: z.array(userId).min(1, 'not_a_choice').max(500),
  /** Together at most so many rows, the random sub-sample first. */
  limit: optionalCount(1),
});

export const moveRowsInput = z.object({
  roundId: idShape,
  rowIds: z.array(idShape).min(1, 'not_a_choice').max(5_000),
  /** Left out: nobody has them any more. */
  toUserId: z.preprocess((value) => value || undefined, userId.optional()),
  reason: optionalText(300),
});

export const shareOutInput = z.object({ roundId: idShape, userId, reason: optionalText(300) });
export const undoMoveInput = z.object({ roundId: idShape, gestureId: idShape });

export const issueLettersInput = z
  .object({
    roundId: idShape,
    userIds: z.array(userId).min(1, 'not_a_choice').max(500),
    /** `##` becomes a running number, so that each letter has its own. */
    number: requiredText(80),
    firstNumber: optionalCount(1),
    issuedOn: dayShape,
    validTo: dayShape,
    signatoryName: requiredText(120),
    signatoryPosition: requiredText(120),
    signatoryNip: z.preprocess((value) => value || undefined, parsedBy(parseNip).optional()),
  })
  .refine((letter) => letter.validTo >= letter.issuedOn, { path: ['validTo'], message: 'out_of_range' });

export const letterInput = z.object({ roundId: idShape, letterId: idShape });

/** The sheet of one RT; without RT (and RW): the rows of which it is not known. */
export const sheetPlaceShape = z.object({
  villageCode: villageShape,
  rw: z
    .string()
    .regex(/^\d{1,3}$/)
    .nullable(),
  rt: z
    .string()
    .regex(/^\d{1,3}$/)
    .nullable(),
});

export const keySheetInput = z.object({
  roundId: idShape,
  place: sheetPlaceShape,
  answers: z.array(z.object({ rowId: idShape, answer: z.enum(rtWords).nullable() })).max(5_000),
  informant: optionalText(120),
  toldOn: z.preprocess((value) => value || undefined, dayShape.optional()),
  isSigned: z.boolean().default(false),
  note: optionalText(1_000),
});
