import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { findOutreach, type OutreachRow } from '../outreach-store.server.ts';
import { findRecipient, type RecipientRow } from '../recipient-store.server.ts';

/** The list, if it is there and still open. Refuses: forbidden, not_found, wrong_state. */
export async function openOutreach(
  context: CommandContext,
  outreachId: string,
  lock = false,
): Promise<Outcome<OutreachRow>> {
  if (!isOfWholeOffice(context)) return refused('forbidden');
  const outreach = await findOutreach(context.trx, context.officeCode, outreachId, lock);
  if (!outreach) return refused('not_found');
  return outreach.status === 'open' ? done(outreach) : refused('wrong_state');
}

/** Somebody of an open list, held until the transaction ends. Refuses as `openOutreach`. */
export async function openRecipient(
  context: CommandContext,
  recipientId: string,
): Promise<Outcome<{ recipient: RecipientRow; outreach: OutreachRow }>> {
  if (!isOfWholeOffice(context)) return refused('forbidden');
  const recipient = await findRecipient(context.trx, context.officeCode, recipientId, true);
  if (!recipient) return refused('not_found');
  const outreach = await openOutreach(context, recipient.outreachId);
  return outreach.ok ? done({ recipient, outreach: outreach.value }) : outreach;
}
