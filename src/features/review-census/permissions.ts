import { definePermissions } from '#kernel/actor.ts';

/** A round reaches over the whole office, so these hold for roles of the whole office only. */
export const reviewPermissions = definePermissions({
  'review.view': ['officer', 'head', 'data_officer'],
  'review.decide': ['officer', 'data_officer'],
  'review.reveal': ['officer', 'data_officer'],
  'review.load_map': ['officer', 'data_officer'],
  'review.export': ['officer', 'head', 'data_officer'],
});
