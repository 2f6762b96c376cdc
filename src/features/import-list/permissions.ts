import { definePermissions } from '#kernel/actor.ts';

/** A list reaches over the whole office, so these hold for roles of the whole office only. */
export const importPermissions = definePermissions({
  'list.view': ['officer', 'head', 'data_officer'],
  'list.bring_in': ['officer', 'data_officer'],
});
