import { z } from 'zod';
import type { QueryContext } from '#platform/command.server.ts';
import { type MaskedOwner, maskedOwner } from './masked-owner.server.ts';

const text = z.string();

/** An owner as other systems see them: identifiers masked, the birth date as an age band. */
const maskedOwnerShape = z.strictObject({
  ownerId: text,
  revision: z.int(),
  fullName: text,
  sex: text.optional(),
  ageBand: text.optional(),
  hasDisabilityAnswer: z.boolean(),
  nik: z.strictObject({ answer: text, masked: text.optional() }),
  hasNoKk: z.boolean(),
  emailMasked: text.optional(),
  hasHomeAddress: z.boolean(),
  deceased: z.boolean(),
  phones: z.array(z.strictObject({ phoneId: text, hint: text, whose: text })),
});
export const ownerOfEnterpriseShape = maskedOwnerShape.meta({ id: 'MaskedOwner' });
export const ownerRecordShape = maskedOwnerShape
  .extend({
    enterprises: z
      .array(z.strictObject({ enterpriseId: text, name: text }))
      .meta({ description: 'Those within the scope of the token' }),
  })
  .meta({ id: 'Owner' });

/** The part of the profile's owner that leaves over the API. */
export function maskedOwnerRecord({
  nikAnswer,
  nikMasked,
  enterprises: _enterprises,
  ...owner
}: MaskedOwner) {
  return { ...owner, nik: { answer: nikAnswer, masked: nikMasked } };
}

/** One owner, masked; null when there is none, or none of theirs is within reach. */
export async function ownerRecord(context: QueryContext, ownerId: string) {
  const owner = await maskedOwner(context, ownerId);
  return owner && { ...maskedOwnerRecord(owner), enterprises: owner.enterprises };
}
