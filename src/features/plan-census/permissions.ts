import { definePermissions } from '#kernel/actor.ts';

/**
 * A round reaches over the whole office, so these hold for roles of the whole office only; but for sheets, which whoever
 * answers for an area sees and keys there.
 */
export const censusPermissions = definePermissions({
  'census.view': ['officer', 'head', 'data_officer'],
  'census.plan': ['officer', 'data_officer'],
  'census.view_sheets': ['officer', 'head', 'data_officer', 'companion'],
  'census.key_sheet': ['officer', 'data_officer', 'companion'],
});
