import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { signatoriesOn } from '../../run-office/index.server.ts';
import { findIntakeFile, type IntakeFile, listIntakeFiles } from '../paper-store.server.ts';
import { dayOf } from '../rules/session.ts';
import { spjState } from '../rules/spj-checklist.ts';
import type { SpjView } from '../rules/spj-view.ts';
import { activityOfIntake } from './activity-of-intake.server.ts';

/** Kelengkapan of an intake: papers to print, what of the folder is there, and its files. */
export async function spjPage(context: QueryContext, intakeId: string): Promise<SpjView | null> {
  const { trx, officeCode, now } = context;
  const found = await activityOfIntake(context, intakeId);
  if (!found) return null;
  const { head, activity, sessions, settings, revision } = found;
  const files = await listIntakeFiles(trx, officeCode, intakeId);
  const dayOfSession = new Map(sessions.map((session) => [session.sessionId, dayOf(session)]));
  const signatories = await signatoriesOn(trx, officeCode, plainDateInWib(now.getTime()));
  return {
    ...head,
    spj: spjState(files, activity.days, settings.notNeeded),
    files: files.map((file) => ({
      fileId: file.fileId,
      kind: file.kind,
      day: file.sessionId ? (dayOfSession.get(file.sessionId) ?? null) : null,
      name: file.originalName,
      isPhoto: file.mediaType === 'image/jpeg',
      caption: file.caption,
      addedAt: file.addedAt,
      addedBy: file.addedBy,
    })),
    settings,
    revision,
    days: activity.days.map(({ day, sessionIds }) => ({ day, sessionId: sessionIds[0] ?? null })),
    people: activity.people.length,
    hasSessions: activity.days.some(({ sessionIds }) => sessionIds.length > 0),
    signatories: signatories.map(({ signatoryId, name, position }) => ({ signatoryId, name, position })),
    hasHead: signatories.some(({ duty }) => duty === 'head'),
  };
}

/** A file of the folder, to be opened; null where it is none, or was taken out. */
export async function intakeFile(
  context: QueryContext,
  of: { intakeId: string; fileId: string },
): Promise<IntakeFile | null> {
  if (!isOfWholeOffice(context)) return null;
  const file = await findIntakeFile(context.trx, context.officeCode, of);
  return file?.removedAt === null ? file : null;
}
