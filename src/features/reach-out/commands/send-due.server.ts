import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { oneAtATime } from '#platform/jobs/one-at-a-time.server.ts';
import type {
  TemplateAnswer,
  TemplateChannel,
  TemplateMessage,
} from '#platform/messages/whatsapp-cloud-channel.server.ts';
import type { Services } from '#platform/services.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { listOptedOut } from '../consent-store.server.ts';
import { insertContact, updateContact } from '../contact-store.server.ts';
import { findOutreach, type OutreachRow, updateOutreach } from '../outreach-store.server.ts';
import { findRecipient, listEnterprisesOf, updateRecipient } from '../recipient-store.server.ts';
import { templateParameters } from '../rules/fill-message.ts';
import { answerOfAll, type NotAllowed, type Purpose, whyNot } from '../rules/may-contact.ts';
import { faultOf, waitSeconds } from '../rules/provider-fault.ts';
import { parseQuietHours, quietUntil } from '../rules/quiet-hours.ts';
import {
  countCallsSince,
  findDueSend,
  findSend,
  markInterrupted,
  type SendRow,
  updateSend,
} from '../send-store.server.ts';
import { heldAnswers } from './group-recipients.server.ts';
import { linksFor } from './link-sources.server.ts';
import { openNumber } from './open-number.server.ts';
import { factsOfPeople, messageFacts } from './person-facts.server.ts';
import { recordSent, recordUndelivered } from './record-answer.server.ts';

/** What the program remembers between rounds: faults in a row, and until when it leaves the provider alone. */
export type Pace = { faults: number; doubts: number; until: Date | null };
export const freshPace = (): Pace => ({ faults: 0, doubts: 0, until: null });

type Due = { send: SendRow; message: TemplateMessage; cost: number };
type Step = { due: Due } | { wait: Date } | 'again' | 'idle';

const dayMs = 86_400_000;
/** After so many calls in a row of which nobody knows, a person looks before more go out. */
const MOST_DOUBTS = 3;

/**
 * Sends what may be sent now, one message after another, and ends when nothing is due. Each send is written down before
 * its call: a call that a killed program left behind is in doubt, shown to a person, and never repeated by itself.
 */
export async function sendDue(
  services: Services,
  channel: TemplateChannel,
  officeCode: string,
  pace: Pace,
  signal: AbortSignal,
): Promise<void> {
  const actor = systemActor(officeCode, 'WhatsApp');
  const inOne = <Value>(work: (context: CommandContext) => Promise<Value>) =>
    inOneTransaction(services, actor, work);
  if (pace.until !== null && pace.until > services.clock()) return;
  await oneAtATime(services.db, `send-messages ${officeCode}`, signal, async () => {
    await inOne(({ trx, now }) => markInterrupted(trx, officeCode, now));
    while (!signal.aborted) {
      const step = await inOne(nextStep);
      if (step === 'idle') return;
      if (step === 'again') continue;
      if ('wait' in step) {
        pace.until = step.wait;
        return;
      }
      const answer = await channel(step.due.message);
      const until = await inOne((context) => recordAnswer(context, step.due, answer, pace));
      if (until !== null) {
        pace.until = until;
        return;
      }
      await sleep(1_000 / services.env.GAWANGAN_WHATSAPP_PER_SECOND, undefined, { signal }).catch(
        () => undefined,
      );
    }
  });
}

/** Takes the next message and writes down that it is being sent; or says until when nothing is. */
async function nextStep(context: CommandContext): Promise<Step> {
  const { trx, officeCode, now, newId, services } = context;
  const send = await findDueSend(trx, officeCode, now);
  if (!send) return 'idle';
  const quiet = quietUntil(now.getTime(), parseQuietHours(services.env.GAWANGAN_QUIET_HOURS));
  if (quiet !== null) return { wait: new Date(quiet) };
  const { count, oldest } = await countCallsSince(trx, officeCode, new Date(now.getTime() - dayMs));
  if (count >= services.env.GAWANGAN_WHATSAPP_PER_DAY)
    return { wait: new Date((oldest ?? now).getTime() + dayMs) };
  const outreach = await findOutreach(trx, officeCode, send.outreachId);
  const recipient = await findRecipient(trx, officeCode, send.recipientId, true);
  if (!outreach || !recipient) throw new Error('a message without its list or its person');
  const people = await factsOfPeople(context, [send.recipientId]);
  const person = people.get(send.recipientId)!;
  // Asked again for each message: what was said a moment ago counts.
  const owners = [...new Set(person.enterprises.flatMap(({ ownerId }) => ownerId ?? []))];
  const answerOf = await heldAnswers(context, outreach.purpose as Purpose, owners);
  const stopped = await listOptedOut(trx, officeCode, recipient.phoneIndex ? [recipient.phoneIndex] : []);
  const why = whyNot({
    purpose: outreach.purpose as Purpose,
    manner: 'auto',
    answer: answerOfAll(owners.map((owner) => answerOf(owner, 'whatsapp'))),
    optedOut: stopped.size > 0,
  });
  const isWaiting = recipient.lane === 'auto' && recipient.state === 'waiting';
  const number = why === null && isWaiting ? await openNumber(context, recipient.phoneIndex) : null;
  if (number === null) {
    await drop(context, send, isWaiting ? (why ?? 'no_phone') : null);
    return 'again';
  }
  const contactId = send.contactId ?? newId();
  if (send.contactId) await updateContact(trx, officeCode, contactId, { result: 'doubtful' });
  else {
    const links = await listEnterprisesOf(trx, officeCode, [send.recipientId]);
    await insertContact(
      trx,
      {
        officeCode,
        contactId,
        ownerId: recipient.ownerId,
        outreachId: send.outreachId,
        recipientId: send.recipientId,
        channel: 'whatsapp',
        purpose: outreach.purpose,
        // Until the provider has answered nobody knows.
        result: 'doubtful',
        happenedAt: now,
        doneBy: 'system',
        doneByName: 'WhatsApp',
      },
      links.map(({ enterpriseId }) => enterpriseId),
    );
  }
  await updateSend(trx, officeCode, send.sendId, {
    status: 'sending',
    attempts: send.attempts + 1,
    contactId,
    calledAt: now,
  });
  const officeName = await getOfficeName(trx, officeCode);
  const enterpriseIds = person.enterprises.map(({ enterpriseId }) => enterpriseId);
  const links = await linksFor(context, outreach, enterpriseIds, services.env.GAWANGAN_URL ?? null);
  const facts = messageFacts(person, { officeName, officerName: officeName, links });
  return {
    due: {
      send: { ...send, contactId, attempts: send.attempts + 1 },
      cost: costOf(outreach, services),
      message: {
        recipient: number,
        template: outreach.templateName ?? '',
        language: outreach.templateLanguage ?? 'id',
        parameters: templateParameters(outreach.message, facts),
        reference: send.sendId,
      },
    },
  };
}

function costOf({ templateCategory }: OutreachRow, { env }: Services): number {
  return templateCategory === 'marketing'
    ? env.GAWANGAN_WHATSAPP_COST_MARKETING
    : env.GAWANGAN_WHATSAPP_COST_UTILITY;
}

/** Not sent: the person said no meanwhile, or the number is gone from the register. */
async function drop(
  { trx, officeCode, now }: CommandContext,
  send: SendRow,
  reason: NotAllowed | 'no_phone' | null,
): Promise<void> {
  await updateSend(trx, officeCode, send.sendId, { status: 'dropped', errorCode: reason, statusAt: now });
  if (reason === null) return;
  // Without a yes an officer may still write; after a no nobody does.
  const lane = { no_consent: 'chat', no_phone: 'letter', withdrawn: 'none', opted_out: 'none' }[reason];
  await updateRecipient(trx, officeCode, send.recipientId, {
    lane,
    laneReason: lane === 'chat' ? null : reason,
  });
}

/** Writes down what became of a call. Answers until when to wait; null: go on. */
async function recordAnswer(
  context: CommandContext,
  { send, cost }: Due,
  answer: TemplateAnswer,
  pace: Pace,
): Promise<Date | null> {
  const { trx, officeCode, now } = context;
  const held = await findSend(trx, officeCode, { sendId: send.sendId }, true);
  const after = (asked: number | null) => {
    pace.faults++;
    return new Date(now.getTime() + waitSeconds(pace.faults, asked) * 1_000);
  };
  if (answer.kind === 'accepted') {
    pace.faults = 0;
    pace.doubts = 0;
    // A notice may have come before this answer: it says more.
    if (held?.status === 'sending')
      await recordSent(context, held, { status: 'accepted', providerMessageId: answer.providerId, cost });
    return null;
  }
  // A notice has told meanwhile what became of it: the provider does have it.
  if (held?.status !== 'sending') return answer.kind === 'doubtful' ? after(null) : null;
  const waitAgain = async (code: string, until: Date) => {
    await updateSend(trx, officeCode, send.sendId, {
      status: 'waiting',
      errorCode: code,
      notBefore: until,
      statusAt: now,
    });
    if (send.contactId)
      await updateContact(trx, officeCode, send.contactId, { result: 'failed', settledAt: now });
  };
  const pause = (reason: string) =>
    updateOutreach(trx, officeCode, send.outreachId, { sending: 'paused', pauseReason: reason });
  if (answer.kind === 'unreachable') {
    const until = after(null);
    await waitAgain(answer.message, until);
    return until;
  }
  if (answer.kind === 'doubtful') {
    await updateSend(trx, officeCode, send.sendId, {
      status: 'doubtful',
      errorCode: answer.message,
      statusAt: now,
    });
    pace.doubts++;
    if (pace.doubts >= MOST_DOUBTS) {
      pace.doubts = 0;
      await pause('doubtful');
    }
    return after(null);
  }
  const fault = faultOf(answer.code);
  if (fault === 'wrong_number' || fault === 'by_hand' || fault === 'stopped') {
    pace.faults = 0;
    await recordUndelivered(context, held, fault, { code: answer.code, text: answer.message });
    return null;
  }
  if (fault === 'account') {
    await waitAgain(answer.code, now);
    await pause(answer.code);
    return null;
  }
  if (fault === 'pair_rate') {
    await waitAgain(
      answer.code,
      new Date(now.getTime() + waitSeconds(send.attempts, answer.retryAfterSeconds) * 1_000),
    );
    return null;
  }
  const until = after(answer.retryAfterSeconds);
  await waitAgain(answer.code, until);
  return until;
}
