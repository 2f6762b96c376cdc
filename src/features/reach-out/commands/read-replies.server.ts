import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { outreachIdInput } from '../input.ts';
import { findOutreach } from '../outreach-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import { listReplies } from '../reply-store.server.ts';
import { factsOfPeople } from './person-facts.server.ts';

const NEWEST = 200;

export type ReadReply = {
  replyId: string;
  ownerName: string | null;
  enterprises: string[];
  text: string;
  isOptOut: boolean;
  at: number;
};

/** Opens the newest replies to a list; that somebody read them is written down. Refuses: not_found. */
export const readReplies = defineCommand({
  name: 'contact.read_replies',
  permission: reachPermissions['reach.read_replies'],
  input: outreachIdInput,
  async run(context, { outreachId }) {
    const { trx, officeCode, vault } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (!(await findOutreach(trx, officeCode, outreachId))) return refused('not_found');
    const replies = await listReplies(trx, officeCode, outreachId, NEWEST);
    const people = await factsOfPeople(context, [
      ...new Set(replies.flatMap(({ recipientId }) => recipientId ?? [])),
    ]);
    await context.audit({
      action: 'contact.replies_read',
      subject: { kind: 'outreach', id: outreachId },
      details: { replies: replies.length },
    });
    return done(
      replies.map((reply): ReadReply => {
        const person = people.get(reply.recipientId ?? '');
        return {
          replyId: reply.replyId,
          ownerName: person?.ownerName ?? null,
          enterprises: person?.enterprises.map(({ name }) => name) ?? [],
          text: vault.decryptMessage(reply.replyId, 'body', reply.bodyCipher),
          isOptOut: reply.isOptOut,
          at: reply.receivedAt.getTime(),
        };
      }),
    );
  },
});
