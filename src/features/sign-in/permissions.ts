import { definePermissions, roles } from '#kernel/actor.ts';

export const permissions = definePermissions({
  /** One's own account: sessions, password, second factor, lock. */
  'account.use': roles,
  /** The owner records that one's own phone stands for. */
  'owner.see_own': ['owner'],
  /** A one-time code for an owner, printed or read out. */
  'owner.issue_code': ['officer', 'data_officer', 'companion'],
  /** Only the system itself: on behalf of someone who is not signed in yet. */
  'owner.send_code': [],
});
