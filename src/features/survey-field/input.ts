import { z } from 'zod';
import { idShape, optionalText, requiredText } from '#kernel/shape.ts';

const anyUuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** The database knows no letter NUL. */
const withoutNul = (text: string) => text.replaceAll('\0', '');
const text = (max: number) => z.string().max(max).transform(withoutNul);
const wholeNumber = (least: number) => z.number().int().min(least).max(2_147_483_647);

/** No phone's clock shows a day outside of these; what says so is taken for the nearest. */
const [firstInstant, lastInstant] = ['1970-01-01T00:00:00Z', '2090-01-01T00:00:00Z'];
const instant = z.iso.datetime({ offset: true }).transform((at) => {
  const ms = Date.parse(at);
  if (ms < Date.parse(firstInstant)) return firstInstant;
  return ms > Date.parse(lastInstant) ? lastInstant : at;
});
const bytes = z.string().regex(/^[\w-]*$/);

export const verdicts = [
  'produces',
  'services',
  'works_for_others',
  'trades_only',
  'paused',
  'closed',
  'moved',
  'duplicate',
  'never_existed',
  'not_found',
  'refused',
] as const;

const position = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(1e7),
  at: instant,
});

/** A position that makes no sense is left out; the visit counts all the same. */
const lenientPosition = position.optional().catch(undefined);

/**
 * What stands inside an envelope. Every shape there ever was is read: fields are only ever added, and those of newer
 * programs are carried along (`looseObject`).
 */
export const envelopeContentShape = z.looseObject({
  v: z.literal(1),
  phoneId: anyUuid,
  deliveryToken: z.string().max(200),
  submission: z.looseObject({
    id: anyUuid,
    roundId: anyUuid,
    rowId: anyUuid.nullable(),
    newEnterpriseId: idShape.optional(),
    recheckId: anyUuid.optional(),
    userId: z.string().min(1).max(100),
    formId: z.string().min(1).max(200),
    formVersion: wholeNumber(0),
    appVersion: z.string().max(100),
    isFinished: z.boolean().default(true),
    verdict: z.enum(verdicts).nullable(),
    startedAt: instant,
    finishedAt: instant,
    activeS: z.number().min(0).max(1e9).catch(0),
    clockOffS: z.number().min(-2e9).max(2e9).nullable().catch(null),
    position: lenientPosition,
    answers: z.record(z.string().max(1_000), z.unknown()),
    preloaded: z.record(z.string().max(1_000), z.unknown()).optional(),
    photos: z
      .array(
        z.looseObject({
          id: anyUuid,
          item: z.string().max(500),
          takenAt: instant,
          position: lenientPosition,
        }),
      )
      .default([]),
    baseRevision: wholeNumber(0).optional().catch(undefined),
    villageCode: z.string().max(20).optional(),
  }),
});
export type OpenedEnvelope = z.output<typeof envelopeContentShape>;
export type OpenedSubmission = OpenedEnvelope['submission'];

const envelopeShape = z.looseObject({ id: anyUuid, keyId: anyUuid, sealed: bytes });

export const mostEnvelopes = 50;
export const deliverShape = z.looseObject({
  envelopes: z.array(envelopeShape).max(mostEnvelopes),
  /** Left out: it is not known whether more waits on the phone. */
  unsent: wholeNumber(0).optional(),
  appVersion: text(100).default(''),
});

export const registerPhoneShape = z.looseObject({
  phoneId: idShape,
  label: z.string().transform(withoutNul).pipe(requiredText(100)),
  appVersion: text(100).default(''),
  /** As the browser names itself; not the phone's to say. */
  userAgent: z.string().nullable().default(null),
});

export const wipedShape = z.looseObject({ userId: text(100) });

/** Of an outbox file: the header, then a line for each thing that waits on the phone. */
export const fileHeaderShape = z.looseObject({
  gawangan: z.literal('outbox'),
  v: z.literal(1),
  officeCode: z.string(),
  phoneId: anyUuid,
  madeAt: z.string(),
  /** How many lines follow; a file that was cut between two of them is known by it. */
  items: wholeNumber(0).optional().catch(undefined),
});
export const fileLineShape = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('envelope'), envelope: envelopeShape }),
  z.looseObject({
    kind: z.literal('photo'),
    id: anyUuid,
    submissionId: anyUuid,
    item: text(500),
    keyId: anyUuid,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sealed: bytes,
  }),
]);

export const photoHeadersShape = z.object({
  photoId: anyUuid,
  offset: z.coerce.number().int().min(0),
  byteSize: z.coerce.number().int().min(1),
  submissionId: anyUuid,
  item: text(500),
  keyId: anyUuid,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const makeReceiptInput = z.object({ phoneId: idShape, ids: z.array(anyUuid).max(100_000) });

export const decideInput = z.object({
  envelopeId: anyUuid,
  decision: z.enum(['release', 'set_aside']),
  note: optionalText(500),
});
export const revokeInput = z.object({
  phoneId: idShape,
  /** Only this person; left out: the whole phone. */
  userId: z.string().min(1).max(100).optional(),
});
