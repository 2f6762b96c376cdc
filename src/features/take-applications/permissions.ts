import { definePermissions } from '#kernel/actor.ts';

/**
 * Applications are taken by staff for the enterprises within their reach, and by owners for their own. Lists show what lies
 * within the person's reach; invitations are the office's.
 */
export const applicationPermissions = definePermissions({
  'application.view': ['officer', 'head', 'data_officer', 'companion'],
  'application.take': ['officer', 'data_officer', 'companion', 'owner'],
  'application.take_own': ['owner'],
  'application.invite': ['officer', 'data_officer'],
  'application.export': ['officer', 'head', 'data_officer'],
});
