import { definePermissions } from '#kernel/actor.ts';

/**
 * A list of people may lie anywhere in the office, so most of these hold for roles of the whole office only. What one owner
 * said, and a talk with one, a companion writes down as well, within the own area or groups.
 */
export const reachPermissions = definePermissions({
  'reach.view': ['officer', 'head', 'data_officer'],
  'reach.plan': ['officer', 'data_officer'],
  'reach.contact': ['officer', 'data_officer'],
  'reach.view_contacts': ['officer', 'head', 'data_officer', 'companion'],
  'reach.log': ['officer', 'data_officer', 'companion'],
  'reach.consent': ['officer', 'data_officer', 'companion'],
  'reach.send': ['data_officer', 'officer'],
  'reach.read_replies': ['officer', 'data_officer'],
});
