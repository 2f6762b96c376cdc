import { definePermissions } from '#kernel/actor.ts';

/**
 * Companions see and record within their reach. Links lead to a form without a password, and lists name people: both are
 * for people of the whole office.
 */
export const outcomePermissions = definePermissions({
  'outcome.view': ['officer', 'head', 'data_officer', 'companion'],
  'outcome.record': ['officer', 'data_officer', 'companion'],
  'outcome.ask': ['officer', 'data_officer'],
  'outcome.export': ['officer', 'head', 'data_officer'],
  /** Nobody's by role: the page behind a signed link acts in the name of the house. */
  'outcome.answer_by_link': [],
});
