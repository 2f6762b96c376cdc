import type { SupportKind } from '#kernel/support-terms.ts';

/** What a programme is: the kinds of support that an office plans by stages and intakes. */
export const programmeKinds = [
  'training',
  'facilitation',
  'mentoring',
  'coaching',
] as const satisfies readonly SupportKind[];
export type ProgrammeKind = (typeof programmeKinds)[number];

export const partnerKinds = [
  'training_centre',
  'manpower_office',
  'company',
  'other_office',
  'university',
  'association',
  'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];
