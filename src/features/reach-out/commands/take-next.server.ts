import { done, type Outcome } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { outreachIdInput } from '../input.ts';
import { reachPermissions } from '../permissions.ts';
import { leaseNext, type RecipientRow } from '../recipient-store.server.ts';
import { leaseMinutes } from '../rules/lease.ts';
import { openOutreach } from './find-open-outreach.server.ts';

/** Gives the officer the next person of the queue; null when nobody is left. Refuses: not_found, wrong_state. */
export const takeNext = defineCommand({
  name: 'outreach.take_next',
  permission: reachPermissions['reach.contact'],
  input: outreachIdInput,
  async run(context: CommandContext, { outreachId }): Promise<Outcome<RecipientRow | null>> {
    const outreach = await openOutreach(context, outreachId);
    if (!outreach.ok) return outreach;
    const { trx, officeCode, actor, now } = context;
    const until = new Date(now.getTime() + leaseMinutes * 60_000);
    return done(await leaseNext(trx, officeCode, { outreachId, userId: actor.id, now, until }));
  },
});
