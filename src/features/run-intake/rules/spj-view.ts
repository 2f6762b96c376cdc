import type { PlainDate } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { PaperSettings } from './paper-settings.ts';
import type { IntakeHead } from './session-view.ts';
import type { SpjFileKind, SpjState } from './spj-checklist.ts';

export type SpjFile = {
  fileId: string;
  kind: SpjFileKind;
  day: PlainDate | null;
  name: string;
  isPhoto: boolean;
  caption: string | null;
  addedAt: Date;
  addedBy: string;
};

export type SignatoryChoice = { signatoryId: string; name: string; position: string };

/** Kelengkapan kegiatan of an intake. */
export type SpjView = IntakeHead & {
  spj: SpjState;
  files: SpjFile[];
  settings: PaperSettings;
  revision: number;
  days: { day: PlainDate; sessionId: string | null }[];
  people: number;
  hasSessions: boolean;
  signatories: SignatoryChoice[];
  /** Whether the office has set its letterhead and at least a head who signs. */
  hasHead: boolean;
};

/** Certificates of an intake: who has one, who would get one, who not and why. */
export type CertificatesView = IntakeHead & {
  percent: number;
  /** Sessions that were not cancelled, and how many of them nobody has marked. */
  sessions: number;
  unmarked: number;
  issued: {
    certificateId: string;
    participantId: string;
    name: string;
    enterprise: string;
    number: string;
    issuedOn: PlainDate;
    verifyCode: string;
    revokedOn: PlainDate | null;
    revokedReason: string | null;
    overrideReason: string | null;
  }[];
  waiting: {
    participantId: string;
    name: string;
    enterprise: string;
    there: number;
    of: number;
    enough: boolean;
  }[];
  pattern: string;
  /** The number that the first one would bear. */
  nextNumber: string;
  issuedOn: PlainDate;
  signatories: SignatoryChoice[];
  /** Whether the ledger of support may be written: the last day has come and somebody's attendance is marked. */
  mayClose: boolean;
};

/** What was sent and declined. @property ticked who was to get one; null where something else was asked */
export type CertificatesReply = {
  typed: Readonly<Record<string, string>>;
  ticked: readonly string[] | null;
  refusal: Refusal;
};
