import type { Lane } from './choose-lane.ts';
import type { MailState } from './mail-line.ts';
import type { Purpose } from './may-contact.ts';
import type { RecipientState } from './recipient-state.ts';

export type OutreachHead = {
  outreachId: string;
  title: string;
  purpose: Purpose;
  message: string;
  status: 'open' | 'closed';
  createdAt: number;
  createdByName: string;
};

/** How a list stands; people, not enterprises. */
export type ReachNumbers = {
  people: number;
  byLane: Readonly<Record<Lane, number>>;
  byState: Readonly<Record<RecipientState, number>>;
  /** Wait in the queue for officers. */
  inQueue: number;
  reached: number;
  /** Left alone, by reason. */
  why: readonly { reason: string; count: number }[];
};

export type QueueView = {
  outreach: OutreachHead;
  left: number;
  all: number;
  /** How many times those who were skipped are gone through again. */
  again: number;
  /** Only people are left who were skipped, at least so many times; null: others are. */
  skipped: number | null;
  /** Null: nobody is left, or all that are have an officer, or were skipped. */
  person: {
    recipientId: string;
    ownerName: string | null;
    enterprises: { enterpriseId: string; name: string }[];
    place: string;
    text: string;
    skips: number;
  } | null;
};

export type OutreachLine = Pick<OutreachHead, 'outreachId' | 'title' | 'status' | 'createdAt'> & {
  people: number;
  reached: number;
  replied: number;
  wrong: number;
};

/** One mail of a list. */
export type MailLine = {
  messageId: string;
  ownerName: string | null;
  enterprises: { enterpriseId: string; name: string }[];
  /** Masked: s***@contoh.id. */
  address: string | null;
  state: MailState;
  /** It may have come back, and nobody has said so yet. */
  mayBeMarked: boolean;
};

export type OutreachView = {
  outreach: OutreachHead;
  numbers: ReachNumbers;
  letters: { villageCode: string; name: string; waiting: number; handed: number }[];
  visits: number;
  replies: number;
  sending: {
    canSend: boolean;
    state: 'off' | 'on' | 'paused';
    pauseReason: string | null;
    templateName: string;
    agreed: number;
    counts: { status: string; count: number }[];
    cost: number;
    doubts: { sendId: string; ownerName: string | null; enterprises: string[] }[];
  };
  mailing: {
    /** `no_address`: there is one, but not the address of this installation that mails lead back to. */
    server: 'ready' | 'none' | 'no_address';
    /** How many may be mailed now. */
    people: number;
    /** Would be mailed, were it not known that nobody is at their address; the first of them by name. */
    wrong: { count: number; people: { ownerName: string | null; enterpriseId: string; name: string }[] };
    counts: { status: MailState; count: number }[];
    lines: MailLine[];
    /** Where the next lines begin; null: these are the last. */
    nextLine: string | null;
  };
};

export type VisitLine = {
  recipientId: string;
  enterpriseId: string | null;
  ownerName: string | null;
  enterprises: string;
  place: string;
  state: RecipientState;
};
