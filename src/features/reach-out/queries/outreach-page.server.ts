import type { QueryContext } from '#platform/command.server.ts';
import { factsOfPeople } from '../commands/person-facts.server.ts';
import { canSend, whoAgreed } from '../commands/steer-sending.server.ts';
import { countRecipients, countSends } from '../outreach-store.server.ts';
import { countReplies } from '../reply-store.server.ts';
import type { OutreachView } from '../rules/reach-view.ts';
import { listDoubtful } from '../send-store.server.ts';
import { letterLists } from './letter-lists.server.ts';
import { mailingPart } from './mailing-part.server.ts';
import { headOf, outreachInReach } from './outreach-head.server.ts';
import { numbersOf } from './reach-numbers.server.ts';

/** One list: how far it is, by which ways, and what waits for a person; its mails one by one behind `mailsAfter`. */
export async function outreachPage(
  context: QueryContext,
  outreachId: string,
  mailsAfter: string | null = null,
): Promise<OutreachView | null> {
  const { trx, officeCode } = context;
  const row = await outreachInReach(context, outreachId);
  if (!row) return null;
  const numbers = numbersOf(await countRecipients(trx, officeCode, [outreachId]));
  const sends = await countSends(trx, officeCode, [outreachId]);
  const doubtful = await listDoubtful(trx, officeCode, outreachId);
  const inDoubt = await factsOfPeople(
    context,
    doubtful.map(({ recipientId }) => recipientId),
  );
  const mayAsk = canSend(context) && row.status === 'open';
  const letters = numbers.byLane.letter === 0 ? [] : await letterLists(context, outreachId);
  return {
    outreach: headOf(row),
    numbers,
    letters: letters.map(({ villageCode, name, people }) => ({
      villageCode,
      name,
      waiting: people.filter(({ isHanded }) => !isHanded).length,
      handed: people.filter(({ isHanded }) => isHanded).length,
    })),
    visits: numbers.byLane.visit,
    replies: (await countReplies(trx, officeCode, [outreachId])).get(outreachId) ?? 0,
    mailing: await mailingPart(context, row, mailsAfter),
    sending: {
      canSend: canSend(context),
      state: row.sending as OutreachView['sending']['state'],
      pauseReason: row.pauseReason,
      templateName: row.templateName ?? '',
      agreed: mayAsk ? (await whoAgreed(context, row)).length : 0,
      counts: sends.map(({ status, count }) => ({ status, count })),
      cost: sends.reduce((all, { cost }) => all + Number(cost), 0),
      doubts: doubtful.map(({ sendId, recipientId }) => {
        const person = inDoubt.get(recipientId);
        return {
          sendId,
          ownerName: person?.ownerName ?? null,
          enterprises: person?.enterprises.map(({ name }) => name) ?? [],
        };
      }),
    },
  };
}
