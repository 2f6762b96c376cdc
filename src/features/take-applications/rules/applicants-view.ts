import type { ApplicationWindow } from './application-window.ts';

/**
 * 0 meets all conditions; 1 lacks one and all else is known; 2 lacks more, or one besides what is not known; 3 lacks nothing
 * that is known; null: the programme asks for nothing.
 */
export type ApplicantStanding = 0 | 1 | 2 | 3 | null;

/** The intake on top of every page about its applicants. */
export type IntakeHead = {
  intakeId: string;
  programmeId: string;
  programme: string;
  name: string;
  /** Of its public address. */
  code: string;
  officeCode: string;
  window: ApplicationWindow;
  mayWithdraw: boolean;
};

export type ApplicantLine = {
  applicationId: string;
  /** Its place in the order of arrival, from 1; stays the same. */
  number: number;
  /** The record that stands for the enterprise today. */
  enterpriseId: string;
  name: string;
  ownerName: string | null;
  village: string | null;
  via: 'owner' | 'officer' | 'invitation';
  proposedBy: string | null;
  status: 'received' | 'withdrawn' | 'joined';
  /** Number of the earlier application that counts. */
  joinedTo: number | null;
  standing: ApplicantStanding;
  lacking: string[];
  unknown: string[];
  files: number;
  receivedAt: Date;
};

export const applicantFilters = ['lengkap', 'kurang-satu', 'belum', 'belum-diketahui', 'dicabut'] as const;
export type ApplicantFilter = (typeof applicantFilters)[number];

export type ApplicantCounts = {
  /** Applications that count. */
  received: number;
  withdrawn: number;
  /** How many of those that count stand where; null: there are no conditions. */
  standing: { meets: number; one: number; no: number; unknown: number } | null;
};

export function countApplicants(lines: readonly ApplicantLine[], hasConditions: boolean): ApplicantCounts {
  const received = lines.filter(({ status }) => status === 'received');
  const of = (standing: ApplicantStanding) => received.filter((one) => one.standing === standing).length;
  return {
    received: received.length,
    withdrawn: lines.filter(({ status }) => status === 'withdrawn').length,
    standing: hasConditions
      ? // Who is gone from the register is known by nobody.
        { meets: of(0), one: of(1), no: of(2), unknown: of(3) + of(null) }
      : null,
  };
}

/** Without a filter all that came is shown, withdrawn and joined ones too: the numbers have no gaps then. */
export function isWanted({ status, standing }: ApplicantLine, filter: ApplicantFilter | null): boolean {
  if (filter === null) return true;
  if (filter === 'dicabut') return status === 'withdrawn';
  if (status !== 'received') return false;
  const at = applicantFilters.indexOf(filter);
  return at === 3 ? standing === 3 || standing === null : standing === at;
}

/** One applicant with what came along. */
export type ApplicationPage = {
  intake: IntakeHead;
  line: ApplicantLine;
  note: string | null;
  receivedBy: string;
  exposure: string;
  withdrawn: { at: Date; by: string; reason: string } | null;
  files: { fileId: string; name: string; isPhoto: boolean; kilobytes: number; by: string; at: Date }[];
};

/** Somebody who may be brought in, or invited. */
export type Candidate = {
  enterpriseId: string;
  name: string;
  ownerName: string | null;
  village: string | null;
  standing: ApplicantStanding;
  lacking: string[];
  unknown: string[];
  /** Number of the application that stands; null: has not applied. */
  applied: number | null;
};
