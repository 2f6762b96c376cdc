import type { Actor } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { permissions } from '../permissions.ts';
import { listTokens } from '../token-store.server.ts';

/** The office's API tokens, newest first; never the tokens themselves. */
export function listApiTokens(services: Services, actor: Actor) {
  return read(services, actor, permissions['token.manage'], ({ trx, officeCode }) =>
    listTokens(trx, officeCode),
  );
}
