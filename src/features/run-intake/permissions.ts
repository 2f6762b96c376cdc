import { definePermissions } from '#kernel/actor.ts';

/**
 * Carrying an intake out. The schedule and the papers are the office's; who comes is marked by whoever stands in the room: a
 * companion, or people of the partner that carries the intake out (each in its own intakes only). Cases are of enterprises, so
 * a companion works those within reach.
 */
export const runPermissions = definePermissions({
  'intake.run': ['officer', 'data_officer'],
  'intake.attend': ['officer', 'data_officer', 'companion', 'partner'],
  'intake.view_run': ['officer', 'data_officer', 'companion', 'partner', 'head'],
  /** Papers of accountability and certificates, with everybody's names: for people of the whole office. */
  'papers.view': ['officer', 'data_officer', 'head'],
  'certificate.issue': ['officer', 'data_officer'],
  'case.view': ['officer', 'head', 'data_officer', 'companion'],
  'case.run': ['officer', 'data_officer', 'companion'],
});
