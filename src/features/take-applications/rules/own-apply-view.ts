import type { ApplicantStanding } from './applicants-view.ts';
import type { PublicIntake } from './public-view.ts';

export type OwnEnterprise = {
  enterpriseId: string;
  name: string;
  village: string | null;
  standing: ApplicantStanding;
  lacking: string[];
  unknown: string[];
  applied: boolean;
};

/** What an owner needs to apply with one button. */
export type OwnApplyPage = { intakeId: string; intake: PublicIntake; enterprises: OwnEnterprise[] };
