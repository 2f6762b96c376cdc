import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { addSessionInput, cancelSessionInput, changeSessionInput, fillDaysInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { daysToFill, instantInWib, parseTime, usualHours } from '../rules/session.ts';
import { findSession, insertSessions, listSessions, updateSession } from '../session-store.server.ts';

const permission = runPermissions['intake.run'];

/** The intake, held until the transaction ends, while sessions may still be planned for it. */
async function plannable(context: CommandContext, intakeId: string) {
  if (!isOfWholeOffice(context)) return refused('forbidden');
  const intake = await findIntake(context.trx, context.officeCode, intakeId, true);
  if (!intake) return refused('not_found');
  return intake.status === 'cancelled' ? refused('wrong_state') : done(intake);
}

type Times = { day: string; from: number; to: number };
/** Both in one day: what goes on past midnight are two sessions. */
const hoursOf = ({ day, from, to }: Times) =>
  to > from
    ? done({ startsAt: instantInWib(day, from), endsAt: instantInWib(day, to) })
    : invalid([{ path: 'to', code: 'out_of_range' }]);

/** Adds one session. Sent twice it is one. */
export const addSession = defineCommand({
  name: 'intake.add_session',
  permission,
  input: addSessionInput,
  async run(context, { intakeId, sessionId, day, from, to, ...facts }) {
    const { trx, officeCode, now, actor } = context;
    const intake = await plannable(context, intakeId);
    if (!intake.ok) return intake;
    const hours = hoursOf({ day, from, to });
    if (!hours.ok) return hours;
    const known = await findSession(trx, officeCode, sessionId);
    if (known) return known.intakeId === intakeId ? done({ sessionId }) : refused('duplicate');
    const session = {
      sessionId,
      intakeId,
      ...hours.value,
      place: facts.place ?? intake.value.place,
      topic: facts.topic ?? null,
      trainer: facts.trainer ?? null,
      cancelledAt: null,
      revision: 1,
    };
    await insertSessions(trx, officeCode, [session], { createdAt: now, createdBy: actor.name });
    await context.audit({
      action: 'intake.session_added',
      subject: { kind: 'intake', id: intakeId },
      details: { sessionId, startsAt: session.startsAt.toISOString() },
    });
    return done({ sessionId });
  },
});

/** "Buat jadwal harian": a session from 08.00 to 15.00 WIB on every day of the intake that has none. */
export const fillDays = defineCommand({
  name: 'intake.fill_days',
  permission,
  input: fillDaysInput,
  async run(context, { intakeId }) {
    const { trx, officeCode, now, actor, newId } = context;
    const intake = await plannable(context, intakeId);
    if (!intake.ok) return intake;
    const days = daysToFill(intake.value, await listSessions(trx, officeCode, intakeId));
    if (days.length === 0) return refused('already_done');
    const [from, to] = [parseTime(usualHours.from) ?? 0, parseTime(usualHours.to) ?? 0];
    const sessions = days.map((day) => ({
      sessionId: newId(),
      intakeId,
      startsAt: instantInWib(day, from),
      endsAt: instantInWib(day, to),
      place: intake.value.place,
      topic: null,
      trainer: null,
      cancelledAt: null,
      revision: 1,
    }));
    await insertSessions(trx, officeCode, sessions, { createdAt: now, createdBy: actor.name });
    await context.audit({
      action: 'intake.sessions_filled',
      subject: { kind: 'intake', id: intakeId },
      details: { days },
    });
    return done({ added: sessions.length });
  },
});

/** Changes time, place, topic or trainer. The second of two edits is told (`conflict_stale`). */
export const changeSession = defineCommand({
  name: 'intake.change_session',
  permission,
  input: changeSessionInput,
  async run(context, { sessionId, revision, day, from, to, place, topic, trainer }) {
    const { trx, officeCode } = context;
    const session = await findSession(trx, officeCode, sessionId, true);
    if (!session) return refused('not_found');
    const intake = await plannable(context, session.intakeId);
    if (!intake.ok) return intake;
    if (session.revision !== revision) return refused('conflict_stale');
    const hours = hoursOf({ day, from, to });
    if (!hours.ok) return hours;
    await updateSession(trx, officeCode, sessionId, {
      ...hours.value,
      place: place ?? null,
      topic: topic ?? null,
      trainer: trainer ?? null,
    });
    await context.audit({
      action: 'intake.session_changed',
      subject: { kind: 'intake', id: session.intakeId },
      details: {
        sessionId,
        before: session.startsAt.toISOString(),
        after: hours.value.startsAt.toISOString(),
      },
    });
    return done({ intakeId: session.intakeId });
  },
});

/** Calls a session off, or puts it back. Marks that were made are kept. */
export const cancelSession = defineCommand({
  name: 'intake.cancel_session',
  permission,
  input: cancelSessionInput,
  async run(context, { sessionId, cancelled }) {
    const { trx, officeCode, now } = context;
    const session = await findSession(trx, officeCode, sessionId, true);
    if (!session) return refused('not_found');
    const intake = await plannable(context, session.intakeId);
    if (!intake.ok) return intake;
    if ((session.cancelledAt !== null) === cancelled) return refused('already_done');
    await updateSession(trx, officeCode, sessionId, { cancelledAt: cancelled ? now : null });
    await context.audit({
      action: cancelled ? 'intake.session_cancelled' : 'intake.session_restored',
      subject: { kind: 'intake', id: session.intakeId },
      details: { sessionId, startsAt: session.startsAt.toISOString() },
    });
    return done({ intakeId: session.intakeId });
  },
});
