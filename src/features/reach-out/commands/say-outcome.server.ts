import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { insertOptOut, liftOptOut } from '../consent-store.server.ts';
import { findLastSettled, findOpened, insertContact, updateContact } from '../contact-store.server.ts';
import { outcomeInput, outreachIdInput } from '../input.ts';
import type { OutreachRow } from '../outreach-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import {
  findRecipient,
  listEnterprisesOf,
  type RecipientRow,
  takeOutOfQueues,
  updateRecipient,
} from '../recipient-store.server.ts';
import type { Lane } from '../rules/choose-lane.ts';
import { leaseMinutes } from '../rules/lease.ts';
import { type ContactOutcome, type RecipientState, stateAfter } from '../rules/recipient-state.ts';
import { openOutreach, openRecipient } from './find-open-outreach.server.ts';

/** How a recipient stood, for taking an outcome back. */
type Stood = {
  state: string;
  lane: string;
  laneReason: string | null;
  skips: number;
  /** What it became: taken back only while it still is. */
  became: string;
  /** This outcome made the number say stop. */
  stopped: boolean;
};

const channelOf: Record<string, 'chat' | 'letter' | 'visit' | 'whatsapp' | 'email'> = {
  chat: 'chat',
  auto: 'whatsapp',
  email: 'email',
  letter: 'letter',
  visit: 'visit',
  none: 'chat',
};

/**
 * What an officer says happened with one person. Refuses: not_found, wrong_state (the list is closed, or this cannot
 * happen any more), locked (somebody else has this person).
 */
export const sayOutcome = defineCommand({
  name: 'outreach.say_outcome',
  permission: reachPermissions['reach.contact'],
  input: outcomeInput,
  async run(context, { recipientId, outcome, note }) {
    const found = await openRecipient(context, recipientId);
    if (!found.ok) return found;
    const { recipient, outreach } = found.value;
    const isTaken = recipient.leasedUntil !== null && recipient.leasedUntil > context.now;
    if (isTaken && recipient.leasedBy !== context.actor.id) return refused('locked');
    const state = stateAfter(recipient.state as RecipientState, outcome);
    if (state === null) return refused('wrong_state');
    await settle(context, { recipient, outreach, outcome, state, note: note ?? null });
    return done({ state });
  },
});

type Settled = {
  recipient: RecipientRow;
  outreach: OutreachRow;
  outcome: ContactOutcome;
  state: RecipientState;
  note: string | null;
};

async function settle(
  context: CommandContext,
  { recipient, outreach, outcome, state, note }: Settled,
): Promise<void> {
  const { trx, officeCode, actor, now, newId } = context;
  const { recipientId, phoneIndex } = recipient;
  const stopped =
    outcome === 'declined' &&
    phoneIndex !== null &&
    (await insertOptOut(trx, {
      officeCode,
      optOutId: newId(),
      phoneIndex,
      heardAs: 'spoken',
      heardAt: now,
      recordedBy: actor.id,
    }));
  const undo: Stood = {
    state: recipient.state,
    lane: recipient.lane,
    laneReason: recipient.laneReason,
    skips: recipient.skips,
    became: state,
    stopped,
  };
  const said = { result: outcome, note, settledAt: now, undo: JSON.stringify(undo) };
  const opened = await findOpened(trx, officeCode, recipientId);
  const by = { doneBy: actor.id, doneByName: actor.name };
  if (opened) await updateContact(trx, officeCode, opened.contactId, { ...said, ...by });
  else {
    const links = await listEnterprisesOf(trx, officeCode, [recipientId]);
    await insertContact(
      trx,
      {
        officeCode,
        contactId: newId(),
        ownerId: recipient.ownerId,
        outreachId: outreach.outreachId,
        recipientId,
        channel: channelOf[recipient.lane]!,
        purpose: outreach.purpose,
        happenedAt: now,
        ...by,
        ...said,
      },
      links.map(({ enterpriseId }) => enterpriseId),
    );
  }
  const lane: Lane = outcome === 'wrong_number' ? 'visit' : (recipient.lane as Lane);
  await updateRecipient(trx, officeCode, recipientId, {
    state,
    lane,
    laneReason: outcome === 'wrong_number' ? 'wrong_number' : recipient.laneReason,
    skips: recipient.skips + (outcome === 'skipped' ? 1 : 0),
    leasedBy: null,
    leasedUntil: null,
    settledAt: now,
    settledBy: actor.id,
  });
  if (stopped) {
    await takeOutOfQueues(trx, officeCode, phoneIndex);
    await context.audit({
      action: 'contact.stop_heard',
      subject: { kind: 'outreach', id: outreach.outreachId },
      details: { recipientId },
    });
  }
}

/**
 * Takes back what the officer said last on this list, and puts the person before them again. Refuses: not_found (nothing
 * to take back), conflict_stale (more happened with that person since).
 */
export const undoLast = defineCommand({
  name: 'outreach.undo_last',
  permission: reachPermissions['reach.contact'],
  input: outreachIdInput,
  async run(context, { outreachId }) {
    const { trx, officeCode, actor, now } = context;
    const outreach = await openOutreach(context, outreachId);
    if (!outreach.ok) return outreach;
    const last = await findLastSettled(trx, officeCode, outreachId, actor.id);
    if (!last || last.recipientId === null) return refused('not_found');
    const recipient = await findRecipient(trx, officeCode, last.recipientId, true);
    const { became, stopped, ...stood } = last.undo as unknown as Stood;
    if (!recipient || recipient.state !== became) return refused('conflict_stale');
    await updateContact(trx, officeCode, last.contactId, { undoneAt: now });
    await updateRecipient(trx, officeCode, last.recipientId, {
      ...stood,
      settledAt: null,
      settledBy: null,
      leasedBy: actor.id,
      leasedUntil: new Date(now.getTime() + leaseMinutes * 60_000),
    });
    // Other lists that this number left stay as they are: an officer brings people back there on purpose only.
    if (stopped && recipient.phoneIndex)
      await liftOptOut(trx, officeCode, recipient.phoneIndex, { at: now, by: actor.id });
    await context.audit({
      action: 'outreach.outcome_undone',
      subject: { kind: 'outreach', id: outreachId },
      details: { recipientId: last.recipientId, was: last.result },
    });
    return done();
  },
});
