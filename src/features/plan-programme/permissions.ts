import { definePermissions } from '#kernel/actor.ts';

/**
 * Programmes belong to the whole office: they are planned by people of the whole office, and looked at by all its staff.
 * A partner sees its own intakes and nothing else (`programme.view_own`), within a scope of kind `partner`.
 */
export const programmePermissions = definePermissions({
  'programme.view': ['officer', 'head', 'data_officer', 'companion'],
  'programme.view_own': ['partner'],
  'programme.plan': ['officer', 'data_officer'],
  'budget.view': ['officer', 'head', 'data_officer'],
  'budget.set_ceiling': ['head', 'data_officer'],
  'budget.spend': ['officer', 'data_officer'],
});
