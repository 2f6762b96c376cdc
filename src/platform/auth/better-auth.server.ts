import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import type { Database } from '../db/connect.server.ts';
import type { Env } from '../env.ts';
import { deriveSecret, type MasterKey } from '../vault/master-key.server.ts';
import { randomWords } from './random-code.server.ts';

/**
 * Opens a session for a person who has proved themselves by a one-time code. Not reachable over HTTP: nothing of
 * better-auth is mounted, the house calls it as a function.
 */
const sessionForUser = () => ({
  id: 'session-for-user' as const,
  endpoints: {
    openSessionForUser: createAuthEndpoint(
      '/session-for-user',
      { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw ctx.error('UNAUTHORIZED');
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ userId: user.id, token: session.token });
      },
    ),
  },
});

/** Accounts, passwords, second factor and sessions. What a person may do stands in memberships, not here. */
export function makeAuth(db: Database, env: Env, masterKey: MasterKey) {
  const baseURL = env.GAWANGAN_URL ?? `http://${env.HOST}:${env.PORT}`;
  return betterAuth({
    appName: 'Gawangan',
    baseURL,
    basePath: '/api/auth',
    secret: deriveSecret(masterKey, 'sessions').toString('hex'),
    telemetry: { enabled: false },
    // Wrong passwords are expected; they are counted and audited by the house, not written to the console.
    logger: { level: 'error' },
    database: { db: db as never, type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    // Sign-in attempts are limited by the house (rate-limits), by address and by name.
    rateLimit: { enabled: false },
    user: {
      modelName: 'authUsers',
      additionalFields: {
        mustChangePassword: { type: 'boolean', defaultValue: false, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
        phoneNumber: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'authSessions',
      expiresIn: 12 * 60 * 60,
      updateAge: 30 * 60,
      additionalFields: {
        activeOfficeCode: { type: 'string', required: false, input: false },
        lastSeenAt: { type: 'date', required: false, input: false },
        lockedAt: { type: 'date', required: false, input: false },
      },
    },
    account: { modelName: 'authAccounts' },
    verification: { modelName: 'authVerifications' },
    advanced: { cookiePrefix: 'gawangan', useSecureCookies: baseURL.startsWith('https:') },
    plugins: [
      twoFactor({
        issuer: 'Gawangan',
        // Read off paper, so without characters that look alike.
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: 10 }, () => randomWords(2, 5)),
        },
        schema: { twoFactor: { modelName: 'authTwoFactors' } },
      }),
      sessionForUser(),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
