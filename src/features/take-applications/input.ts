import { z } from 'zod';
import { idShape, optionalText, requiredText } from '#kernel/shape.ts';

/** As many as a page of search results, or a list pasted together from several, may tick. */
export const MOST_AT_ONCE = 500;
const manyIds = z.array(idShape).min(1, 'blank').max(MOST_AT_ONCE);

const said = {
  /** Diusulkan oleh: a village head, a group, a company. */
  proposedBy: optionalText(120),
  note: optionalText(500),
};

export const applyInput = z.object({
  /** Made by the form or the caller: sent twice it is kept once. */
  applicationId: idShape,
  intakeId: idShape,
  enterpriseId: idShape,
  via: z.enum(['owner', 'officer']),
  ...said,
});

export const applyManyInput = z.object({ intakeId: idShape, enterpriseIds: manyIds, ...said });

export const withdrawInput = z.object({ applicationId: idShape, reason: requiredText(300) });

export const applicationFileInput = z.object({ applicationId: idShape, fileId: idShape });

export const inviteInput = z.object({ intakeId: idShape, enterpriseIds: manyIds });

export const revokeInput = z.object({ intakeId: idShape, invitationId: idShape });

export const redeemInput = z.object({ invitationId: idShape, applicationId: idShape });

export const exportInput = z.object({ intakeId: idShape });
