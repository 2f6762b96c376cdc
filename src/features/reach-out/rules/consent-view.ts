import type { ConsentAnswer, ConsentChannel, Purpose } from './may-contact.ts';

export type ConsentView = {
  enterprise: { enterpriseId: string; name: string; ownerName: string | null; hasOwner: boolean };
  today: string;
  stopped: boolean;
  hasPhone: boolean;
  /** The owner's address, masked, and since when it is known to be wrong (null: it is not); null: there is none. */
  email: { hint: string; refusedAt: number | null } | null;
  /** The answer that holds, where there is one. */
  held: { channel: ConsentChannel; purpose: Purpose; answer: ConsentAnswer; saidOn: string; by: string }[];
  log: {
    contactId: string;
    channel: string;
    purpose: string;
    result: string;
    note: string | null;
    at: number;
    by: string;
    title: string | null;
    outreachId: string | null;
  }[];
};
