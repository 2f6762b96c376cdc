import { definePermissions } from '#kernel/actor.ts';

export const registerPermissions = definePermissions({
  'enterprise.view': ['officer', 'head', 'data_officer', 'companion', 'enumerator'],
  'enterprise.view_own': ['owner'],
  'enterprise.register': ['officer', 'data_officer', 'companion'],
  'enterprise.edit': ['officer', 'data_officer', 'companion'],
  'enterprise.give_file': ['owner'],
  'enterprise.reveal': ['officer', 'data_officer', 'companion'],
  'enterprise.export': ['officer', 'head', 'data_officer'],
  'register.merge': ['officer', 'data_officer'],
  'group.manage': ['officer', 'data_officer'],
});
