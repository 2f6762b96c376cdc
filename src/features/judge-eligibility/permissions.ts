import { definePermissions } from '#kernel/actor.ts';

/**
 * Conditions and their counts belong to the whole office. A companion sees why one enterprise of their own area meets
 * them or not, and may assess it.
 */
export const eligibilityPermissions = definePermissions({
  'eligibility.view': ['officer', 'head', 'data_officer'],
  'eligibility.view_one': ['officer', 'head', 'data_officer', 'companion'],
  'eligibility.set_conditions': ['officer', 'data_officer'],
  'eligibility.assess': ['officer', 'data_officer', 'companion'],
  'eligibility.export': ['officer', 'head', 'data_officer'],
});
