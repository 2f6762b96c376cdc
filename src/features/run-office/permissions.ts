import { definePermissions } from '#kernel/actor.ts';

export const permissions = definePermissions({
  'people.view': ['data_officer', 'head', 'officer'],
  'people.manage': ['data_officer'],
  'work.hand_over': ['data_officer', 'head'],
  'outbox.view': ['data_officer', 'officer'],
  /** Recipient and text of a message in the clear; each reveal is audited. */
  'outbox.reveal': ['data_officer', 'officer'],
  'audit.view': ['data_officer', 'head'],
  /** Letterhead and who signs. */
  'papers.view': ['data_officer', 'head', 'officer'],
  'papers.manage': ['data_officer', 'head'],
  'token.manage': ['data_officer'],
  /** Offices are made on the command line or at first start. */
  'office.create': [],
});
