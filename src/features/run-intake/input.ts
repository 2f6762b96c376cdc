import { z } from 'zod';
import { parseRupiah } from '#kernel/parse-rupiah.ts';
import { done, unparsed } from '#kernel/refusal.ts';
import { blankAsAbsent, dayShape, idShape, optionalText, parsedBy, requiredText } from '#kernel/shape.ts';
import { attendanceStates } from './rules/attendance-state.ts';
import { mostMarksAtOnce } from './rules/attendance-wire.ts';
import { caseKinds } from './rules/case-templates.ts';
import { spjItems } from './rules/paper-settings.ts';
import { parseTime } from './rules/session.ts';

export const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(blankAsAbsent, shape.optional());
const whole = (least: number, most: number) =>
  z.coerce.number('not_a_number').int('not_a_number').min(least).max(most);
/** Minutes after midnight, of `08:00` or `8.00`. */
const timeShape = z
  .string()
  .min(1)
  .refine((text) => parseTime(text) !== null, 'wrong_format')
  .transform((text) => parseTime(text) ?? 0);

const sessionFacts = z.object({
  day: dayShape,
  from: timeShape,
  to: timeShape,
  place: optionalText(300),
  topic: optionalText(200),
  trainer: optionalText(120),
});
/** `sessionId` is made by the form: sent twice it is one session. */
export const addSessionInput = sessionFacts.extend({ intakeId: idShape, sessionId: idShape });
export const changeSessionInput = sessionFacts.extend({ sessionId: idShape, revision: whole(1, 1e9) });
export const cancelSessionInput = z.object({ sessionId: idShape, cancelled: z.stringbool().default(true) });
export const fillDaysInput = z.object({ intakeId: idShape });

const reason = optionalText(300);
const shownShape = z.object({ state: z.enum(attendanceStates), reason });
/** A sheet as it was filled in; `shown` as the page had it before. */
export const saveSheetInput = z.object({
  sessionId: idShape,
  lines: z
    .array(
      z.object({
        participantId: idShape,
        state: z.enum(attendanceStates),
        reason,
        shown: shownShape.nullable(),
      }),
    )
    .max(10_000),
});
export const scanInput = z.object({ sessionId: idShape, code: requiredText(500) });

export const wireMarkShape = z.object({
  markId: idShape,
  sessionId: idShape,
  participantId: idShape,
  state: z.enum(attendanceStates),
  // The database keeps no text with a null character.
  reason: z
    .string()
    .max(300)
    .transform((text) => text.replaceAll('\0', ''))
    .nullable()
    .default(null),
  markedAt: z.iso.datetime({ offset: true }),
});
export const sendMarksShape = z.object({
  sentAt: z.iso.datetime({ offset: true }),
  marks: z.array(wireMarkShape).max(mostMarksAtOnce),
});
/** The same from another system, which has a right clock. */
export const recordMarksInput = z.object({
  intakeId: idShape,
  marks: z.array(wireMarkShape).min(1).max(mostMarksAtOnce),
});

export const makeLinkInput = z.object({ intakeId: idShape, linkId: idShape, trainerName: requiredText(120) });
export const revokeLinkInput = z.object({ linkId: idShape });

export const openCasesInput = z.object({
  intakeId: idShape,
  kind: z.enum(caseKinds),
  title: optionalText(120),
});
export const saveStepInput = z.object({
  caseId: idShape,
  step: whole(1, 40),
  done: z.stringbool().optional(),
  dueOn: optional(dayShape),
  note: optionalText(500),
  fileId: idShape.optional(),
});
export const addStepInput = z.object({ caseId: idShape, name: requiredText(200), dueOn: optional(dayShape) });
export const stopCaseInput = z.object({ caseId: idShape, reason: requiredText(300) });
export const resumeCaseInput = z.object({ caseId: idShape });
export const finishCaseInput = z.object({
  caseId: idShape,
  number: requiredText(100),
  issuer: optionalText(200),
  issuedOn: dayShape,
  expiresOn: optional(dayShape),
  fileId: idShape.optional(),
});

/** Blank counts as nothing. */
const rupiah = z
  .string()
  .transform((text) => text.trim() || '0')
  .pipe(
    parsedBy((text) => {
      const parsed = parseRupiah(text);
      if (!parsed.ok) return parsed;
      return parsed.value.kind === 'exact' ? done(parsed.value.rupiah) : unparsed('amount_ambiguous');
    }),
  )
  .pipe(z.number().int('amount_unreadable').min(0, 'amount_negative').max(100_000_000, 'amount_too_large'));
const text = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const idOrNone = optional(idShape).transform((id) => id ?? null);

/** `revision` 0: nothing was kept yet. */
export const paperSettingsInput = z.object({
  intakeId: idShape,
  revision: whole(0, 1e9),
  settings: z.object({
    invitationNumber: text(100),
    minutesNumber: text(100),
    reportNumber: text(100),
    invitationOn: dayShape,
    minutesOn: dayShape,
    reportOn: dayShape,
    headId: idOrNone,
    organiserId: idOrNone,
    treasurerId: idOrNone,
    basis: text(500),
    transportPerDay: rupiah,
    material: rupiah,
    materialName: text(60),
    emptyLines: whole(0, 100),
    purpose: text(2_000),
    result: text(2_000),
    advice: text(2_000),
    notNeeded: z.array(z.enum(spjItems)).max(spjItems.length),
  }),
});

export const spjFileKinds = [...spjItems, 'other'] as const;
/** `sessionId` for a sheet of one day. */
export const intakeFileInput = z.object({
  intakeId: idShape,
  kind: z.enum(spjFileKinds),
  sessionId: optional(idShape),
  caption: optionalText(200),
});
export const oneFileInput = z.object({ intakeId: idShape, fileId: idShape });

/** `participants`: who gets one; `reasons` for those whose attendance says otherwise. */
export const issueCertificatesInput = z.object({
  intakeId: idShape,
  percent: whole(0, 100),
  pattern: requiredText(100).refine((typed) => /^[^#]*#+[^#]*$/.test(typed), 'wrong_format'),
  issuedOn: dayShape,
  signatoryId: optional(idShape),
  participants: z.array(idShape).min(1).max(10_000),
  reasons: z.record(idShape, optionalText(300)),
});
export const revokeCertificateInput = z.object({
  intakeId: idShape,
  certificateId: idShape,
  reason: requiredText(300),
});
export const closeLedgerInput = z.object({ intakeId: idShape, percent: whole(0, 100) });
