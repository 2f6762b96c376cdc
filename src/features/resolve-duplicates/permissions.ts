import { definePermissions } from '#kernel/actor.ts';

/** Two records may lie in different villages, so these hold for roles of the whole office only. */
export const pairPermissions = definePermissions({
  'pair.view': ['officer', 'head', 'data_officer'],
  'pair.decide': ['officer', 'data_officer'],
  'pair.steer': ['officer', 'data_officer'],
});
