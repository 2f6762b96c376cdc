import { mailKeeper } from '#features/reach-out/commands/keep-mail.server.ts';
import { markAddressRefused } from '#features/reach-out/commands/mark-address-refused.server.ts';
import { openChat } from '#features/reach-out/commands/open-chat.server.ts';
import { sayOutcome } from '#features/reach-out/commands/say-outcome.server.ts';
import { startMailing } from '#features/reach-out/commands/start-mailing.server.ts';
import { insertOptOut } from '#features/reach-out/consent-store.server.ts';
import { agrees, anOutreach, peopleOf } from '#features/reach-out/factory.ts';
import { insertReply } from '#features/reach-out/reply-store.server.ts';
import { insertSends, updateSend } from '#features/reach-out/send-store.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; villageCode: string; word: string; phone: string };

export type FilledOutreach = {
  outreachId: string;
  /** Another list, for being closed. */
  spareOutreachId: string;
  greetedEnterpriseId: string;
  chatRecipientId: string;
  visitRecipientId: string;
  letterRecipientId: string;
  doubtfulSendId: string;
  /** The address of its owner is known to be wrong. */
  wrongAddressEnterpriseId: string;
  /** A mail that was sent, and may come back. */
  sentMailId: string;
};

/** A list on which somebody waits, somebody was written to, a number is wrong, a letter and a mail wait, and a message is in doubt. */
export async function fillOutreach(
  services: Services,
  actor: Actor,
  { officeCode, villageCode, word, phone }: Mark,
): Promise<FilledOutreach> {
  const people: string[] = [];
  for (const [at, name] of ['Ditunggu', 'Disapa', 'Salah', 'Ragu'].entries()) {
    const given = { name: `${name} ${word}`, owner: `Pemilik ${name} ${word}`, village: villageCode };
    const number = `${phone.slice(0, -2)}${40 + at}`;
    people.push((await anEnterprise(services, actor, { ...given, phone: number })).enterpriseId);
  }
  const letter = { name: `Tanpa HP ${word}`, owner: `Surat ${word}`, village: villageCode };
  people.push((await anEnterprise(services, actor, letter)).enterpriseId);
  await agrees(services, actor, people[3]!);
  for (const name of ['surel', 'surel.nanti', 'surel.ditolak', 'surel.terkirim']) {
    const given = { name: `${name} ${word}`, owner: `Pemilik ${name} ${word}`, village: villageCode };
    const email = `${name}.${officeCode}@contoh.id`;
    people.push((await anEnterprise(services, actor, { ...given, email })).enterpriseId);
  }
  for (const at of [5, 7, 8]) await agrees(services, actor, people[at]!, 'email');
  const list = { title: `Kelas ${word}`, message: `Yth. {nama}, kelas ${word}` };
  const outreachId = await anOutreach(services, actor, people, list);
  const spareOutreachId = await anOutreach(services, actor, people.slice(0, 1), {
    title: `Cadangan ${word}`,
  });
  const rows = await peopleOf(services, officeCode, outreachId);
  const [waiting, greeted, wrong, doubtful, byLetter] = rows.map(({ recipientId }) => recipientId);
  const site = 'https://umkm.contoh.go.id';
  const mailed = await execute(services, actor, startMailing, { outreachId, site });
  if (!mailed.ok) throw new Error(mailed.refusal.code);
  const [refusedMailId, sentMailId] = await sendMails(services, actor, rows.slice(7));
  await execute(services, actor, markAddressRefused, { outreachId, messageId: refusedMailId });
  // Of the other, who agrees only now, the page says that a mail may go.
  await agrees(services, actor, people[6]!, 'email');
  const opened = await execute(services, actor, openChat, { recipientId: greeted, site });
  if (!opened.ok) throw new Error(opened.refusal.code);
  await execute(services, actor, sayOutcome, { recipientId: greeted, outcome: 'replied' });
  await execute(services, actor, sayOutcome, { recipientId: wrong, outcome: 'wrong_number' });
  const sendId = newId();
  await inOneTransaction(services, actor, async ({ trx, vault, now }) => {
    const contact = await trx
      .selectFrom('contacts')
      .select('contactId')
      .where('recipientId', '=', greeted ?? '')
      .executeTakeFirstOrThrow();
    const replyId = newId();
    const phoneIndex = rows[1]!.phoneIndex!;
    await insertReply(trx, {
      officeCode,
      replyId,
      providerMessageId: `wamid.${word}`,
      contactId: contact.contactId,
      phoneIndex,
      bodyCipher: vault.encryptMessage(replyId, 'body', `Saya ikut ${word}`),
      isOptOut: false,
      receivedAt: now,
    });
    await insertSends(trx, [{ officeCode, sendId, outreachId, recipientId: doubtful!, createdAt: now }]);
    await updateSend(trx, officeCode, sendId, { status: 'doubtful', attempts: 1 });
    await insertOptOut(trx, {
      officeCode,
      optOutId: newId(),
      phoneIndex: vault.blindIndex('phone', `${phone.slice(0, -2)}59`),
      heardAs: 'reply',
      heardAt: now,
      recordedBy: 'system',
    });
  });
  return {
    outreachId,
    spareOutreachId,
    greetedEnterpriseId: people[1]!,
    chatRecipientId: waiting!,
    visitRecipientId: wrong!,
    letterRecipientId: byLetter!,
    doubtfulSendId: sendId,
    wrongAddressEnterpriseId: people[7]!,
    sentMailId: sentMailId!,
  };
}

/** As if the mail server had taken the mails of these people. */
function sendMails(
  services: Services,
  actor: Actor,
  to: readonly { recipientId: string }[],
): Promise<string[]> {
  return inOneTransaction(services, actor, async (context) => {
    const sent: string[] = [];
    for (const { recipientId } of to) {
      const { messageId } = await context.trx
        .selectFrom('outreachMails')
        .select('messageId')
        .where('recipientId', '=', recipientId)
        .executeTakeFirstOrThrow();
      await context.trx
        .updateTable('outboxMessages')
        .set({ status: 'sent', sentAt: context.now })
        .where('messageId', '=', messageId)
        .execute();
      await mailKeeper.hear(context, messageId, 'sent');
      sent.push(messageId);
    }
    return sent;
  });
}
