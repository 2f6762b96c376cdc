/** A code as it is handed out, the only time it is known. */
export type InvitationToHand = {
  enterpriseId: string;
  name: string;
  ownerName: string | null;
  village: string | null;
  code: string;
  /** Whole address that opens it. */
  link: string;
  /** To the owner, in Indonesian. */
  message: string;
};
