/** Where an invitation stands. */
export type InvitationState = 'waiting' | 'used' | 'expired' | 'revoked';

/** Used counts before all else: what has come of it stays. */
export function invitationState(
  invitation: { applicationId: string | null; revokedAt: Date | null; expiresAt: Date },
  nowMs: number,
): InvitationState {
  if (invitation.applicationId !== null) return 'used';
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt.getTime() <= nowMs ? 'expired' : 'waiting';
}

/** How long a code can be used: as long as most calls for applications, and no longer than people keep a message. */
export const INVITATION_DAYS = 30;

/** A code as it was typed or pasted, in the form in which it was made; empty where nothing of it is left. */
export function readInvitationCode(text: string): string {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return bare.match(/.{1,4}/g)?.join('-') ?? '';
}
