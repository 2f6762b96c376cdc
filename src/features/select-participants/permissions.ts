import { definePermissions } from '#kernel/actor.ts';

/**
 * Seats belong to the whole office: it plans how they are given, runs the selection, and answers for it. Only the head
 * decides against a list. A partner sees who comes to its own intakes; an owner answers for the own enterprise; who
 * holds the link of an offer answers through the system (`seat.answer_by_link`).
 */
export const selectionPermissions = definePermissions({
  'selection.view': ['officer', 'head', 'data_officer'],
  'selection.plan': ['officer', 'data_officer'],
  'selection.run': ['officer', 'head', 'data_officer'],
  'selection.export': ['officer', 'head', 'data_officer'],
  'selection.override': ['head'],
  'seat.view': ['officer', 'head', 'data_officer'],
  'seat.view_partner': ['partner'],
  'seat.keep': ['officer', 'head', 'data_officer'],
  'seat.answer_own': ['owner'],
  'seat.answer_by_link': [],
  'seat.export': ['officer', 'head', 'data_officer', 'partner'],
  'appeal.take': ['officer', 'head', 'data_officer'],
});
