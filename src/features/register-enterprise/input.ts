import { z } from 'zod';
import { answers, evidenceGrades } from '#kernel/answer.ts';
import { parseEmail } from '#kernel/email.ts';
import { parseRupiah } from '#kernel/parse-rupiah.ts';
import { done, type Parsed, unparsed } from '#kernel/refusal.ts';
import { dayShape, idShape, optionalText, parsedBy, requiredText } from '#kernel/shape.ts';
import { parseAreaCode } from '#kernel/statutory/area-code.ts';
import type { kbliVersions } from '#kernel/statutory/kbli.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { parseNoKk } from '#kernel/statutory/no-kk.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import { umkmScales } from '#kernel/statutory/scale.ts';
import { evidenceKinds } from './rules/evidence-kinds.ts';
import { sectors } from './rules/sectors.ts';

const numberOfPlace = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^\d{1,3}$/));
const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** An amount as typed ("1,5 jt", "1500000"); a range is refused here, forms have two fields for a band. */
const rupiah = parsedBy((text): Parsed<number> => {
  const parsed = parseRupiah(text);
  if (!parsed.ok) return parsed;
  return parsed.value.kind === 'exact' ? done(parsed.value.rupiah) : unparsed('amount_ambiguous');
});

/** An identifier, or why there is none. A value given makes the answer "known", whatever was ticked. */
const answered = <Value extends z.ZodType>(value: Value) =>
  z
    .object({ answer: z.enum(answers).default('unknown'), value: value.optional() })
    .transform((given, context) => {
      if (given.value !== undefined)
        return { answer: 'known' as const, value: given.value as z.output<Value> };
      if (given.answer === 'known') {
        context.addIssue({ code: 'custom', message: 'blank', path: ['value'] });
        return z.NEVER;
      }
      return { answer: given.answer, value: undefined };
    });

const phone = z.object({
  number: parsedBy((text) => {
    const parsed = parsePhone(text);
    return parsed.ok ? done(parsed.value.e164) : parsed;
  }),
  whose: z.enum(['own', 'family', 'kader']).default('own'),
});

/** No identifier is required to save. */
export const ownerShape = z.object({
  fullName: requiredText(200),
  sex: z.enum(['female', 'male']).optional(),
  birthDate: dayShape.optional(),
  disability: z.enum(['no', 'yes', 'declined']).optional(),
  nik: answered(parsedBy(parseNik)).default({ answer: 'unknown', value: undefined }),
  noKk: parsedBy(parseNoKk).optional(),
  email: parsedBy(parseEmail).optional(),
  homeAddress: optionalText(500),
  phones: z.array(phone).max(5).default([]),
  deceased: z.stringbool().default(false),
});

export const premisesShape = z.object({
  villageCode: parsedBy(parseAreaCode).optional(),
  rt: numberOfPlace.optional(),
  rw: numberOfPlace.optional(),
  hamlet: optionalText(100),
  address: optionalText(500),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
});

export const enterpriseShape = z.object({
  name: requiredText(200),
  brand: optionalText(200),
  activity: optionalText(500),
  sector: z.enum(sectors).optional(),
  kbli: z
    .string()
    .regex(/^(2015|2017|2020|2025):\d{2,5}$/)
    .transform((text) => {
      const [version = '2025', code = ''] = text.split(':');
      return { version: version as (typeof kbliVersions)[number], code };
    })
    .optional(),
  legalForm: optionalText(100),
  nib: answered(parsedBy(parseNib)).default({ answer: 'unknown', value: undefined }),
  reportedScale: z.enum(umkmScales).optional(),
  startedOn: dayShape.optional(),
  operation: z
    .enum(['unknown', 'produces', 'services', 'works_for_others', 'trades_only', 'paused', 'closed', 'moved'])
    .optional(),
});

export const productShape = z.object({
  name: requiredText(200),
  unit: optionalText(50),
  price: rupiah.optional(),
  monthlyCapacity: z.coerce.number().min(0).max(1_000_000_000).optional(),
});

export const registerInput = z
  .object({
    /** Given: the enterprise belongs to an owner already on record. */
    ownerId: idShape.optional(),
    owner: ownerShape.optional(),
    enterprise: enterpriseShape,
    premises: premisesShape.default({}),
    products: z.array(productShape).max(20).default([]),
    /** Said after being shown that someone with this NIK is on record: households share papers. */
    sameNikIsSomeoneElse: z.stringbool().default(false),
  })
  .superRefine((given, context) => {
    if (!given.ownerId && !given.owner) {
      context.addIssue({ code: 'custom', message: 'blank', path: ['owner', 'fullName'], input: given });
    }
  });

/** What an owner may have taken away again; the others are replaced. */
export const erasableFields = ['birthDate', 'homeAddress', 'disability', 'email'] as const;

const revision = z.coerce.number().int().min(1);

export const editEnterpriseInput = z.object({
  enterpriseId: idShape,
  revision,
  enterprise: enterpriseShape,
  premises: premisesShape.default({}),
});

/** Identifiers, e-mail, birth date and home address are left as they are unless given anew: the form shows them masked. */
export const editOwnerInput = z.object({
  ownerId: idShape,
  revision,
  owner: ownerShape.omit({ nik: true, noKk: true, phones: true }).extend({
    nik: answered(parsedBy(parseNik)).optional(),
    noKk: parsedBy(parseNoKk).optional(),
    addPhone: phone.optional(),
    removePhoneIds: z.array(idShape).default([]),
    erase: z.array(z.enum(erasableFields)).default([]),
  }),
});

export const addProductInput = z.object({ enterpriseId: idShape, product: productShape });
export const endProductInput = z.object({ enterpriseId: idShape, productId: idShape });

export const recordFigureInput = z.object({
  enterpriseId: idShape,
  kind: z.enum(['sales', 'capital', 'workers_female', 'workers_male', 'workers']),
  year: count(2200).refine((year) => year >= 1900, 'out_of_range'),
  amount: rupiah,
  amountUpper: rupiah.optional(),
  grade: z.enum(evidenceGrades).default('declared'),
  observedOn: dayShape.optional(),
});

export const addEvidenceInput = z.object({
  enterpriseId: idShape,
  kind: z.enum(evidenceKinds),
  number: optionalText(100),
  issuer: optionalText(200),
  issuedOn: dayShape.optional(),
  expiresOn: dayShape.optional(),
  grade: z.enum(evidenceGrades).default('declared'),
  fileId: idShape.optional(),
});
export const withdrawEvidenceInput = z.object({
  enterpriseId: idShape,
  evidenceId: idShape,
  reason: requiredText(500),
});

export const createGroupInput = z.object({
  kind: z.enum(['mentored', 'centre', 'kub', 'cooperative', 'association']),
  name: requiredText(200),
  mentor: optionalText(200),
});
export const joinGroupInput = z.object({
  enterpriseId: idShape,
  groupId: idShape,
  joinedOn: dayShape.optional(),
});
export const leaveGroupInput = z.object({
  enterpriseId: idShape,
  groupMembershipId: idShape,
  leftOn: dayShape,
});

export const mergeInput = z.object({
  /** Which of the two stays. */
  survivorId: idShape,
  mergedId: idShape,
  kind: z.enum(['same', 'family_continues', 'same_owner']),
  /** The candidate pair that was decided. */
  pairId: idShape.optional(),
});

export const noteInput = z.object({ enterpriseId: idShape, text: requiredText(2_000) });

export const personalFields = [
  'nik',
  'no_kk',
  'phones',
  'email',
  'birth_date',
  'home_address',
  'disability',
] as const;
export const revealInput = z.object({
  ownerId: idShape,
  fields: z.array(z.enum(personalFields)).min(1),
  reason: requiredText(500).pipe(z.string().min(5)),
});
