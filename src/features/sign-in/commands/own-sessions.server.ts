import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { deleteSessions, listSessions, updateLocked } from '../account-store.server.ts';
import { sessionInput } from '../input.ts';
import { permissions } from '../permissions.ts';

/** Locks one's own session on a shared laptop: only the password opens it again. Done twice: still locked. */
export const lockSession = defineCommand({
  name: 'session.lock',
  permission: permissions['account.use'],
  input: sessionInput,
  async run({ trx, actor, now, audit }, { sessionId }) {
    const own = (await listSessions(trx, actor.id)).some((one) => one.id === sessionId);
    if (!own) return refused('not_found');
    await updateLocked(trx, sessionId, now);
    await audit({ action: 'session.locked', subject: { kind: 'user', id: actor.id } });
    return done();
  },
});

/** Ends one of one's own sessions, such as the one on a lost phone. */
export const revokeSession = defineCommand({
  name: 'session.revoke',
  permission: permissions['account.use'],
  input: sessionInput,
  async run({ trx, actor, audit }, { sessionId }) {
    if ((await deleteSessions(trx, actor.id, { only: sessionId })) === 0) return refused('not_found');
    await audit({
      action: 'session.revoked',
      subject: { kind: 'user', id: actor.id },
      details: { sessions: 1 },
    });
    return done();
  },
});

/** Ends all of one's own sessions but the given one. The value is how many. */
export const revokeOtherSessions = defineCommand({
  name: 'session.revoke_others',
  permission: permissions['account.use'],
  input: sessionInput,
  async run({ trx, actor, audit }, { sessionId }) {
    const sessions = await deleteSessions(trx, actor.id, { except: sessionId });
    if (sessions > 0)
      await audit({
        action: 'session.revoked',
        subject: { kind: 'user', id: actor.id },
        details: { sessions },
      });
    return done(sessions);
  },
});
