import { definePermissions } from '#kernel/actor.ts';

export const fieldPermissions = definePermissions({
  /** Work with a phone of one's own account. */
  'field.work': ['officer', 'data_officer', 'companion', 'enumerator'],
  'field.view': ['officer', 'head', 'data_officer'],
  /** Take in outbox files, decide what waits, take a phone's right away. */
  'field.receive': ['officer', 'data_officer'],
});
