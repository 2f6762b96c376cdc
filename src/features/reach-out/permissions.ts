import { definePermissions } from '#kernel/actor.ts';

/** A list of people may lie anywhere in the office, so these hold for roles of the whole office only. */
export const reachPermissions = definePermissions({
  'reach.view': ['officer', 'head', 'data_officer'],
  'reach.plan': ['officer', 'data_officer'],
  'reach.contact': ['officer', 'data_officer'],
  'reach.consent': ['officer', 'data_officer'],
  'reach.send': ['data_officer', 'officer'],
  'reach.read_replies': ['officer', 'data_officer'],
});
