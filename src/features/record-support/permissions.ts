import { definePermissions } from '#kernel/actor.ts';

/** One enterprise's ledger is seen and added to by whoever works with it; totals and lists are the whole office's. */
export const supportPermissions = definePermissions({
  'support.view': ['officer', 'head', 'data_officer', 'companion'],
  'support.record': ['officer', 'data_officer', 'companion'],
  'support.view_totals': ['officer', 'head', 'data_officer'],
  'support.record_lists': ['officer', 'data_officer'],
});
