import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { outboxStatuses } from '#platform/messages/outbox.server.ts';
import { listEmailsToReach } from '../../register-enterprise/index.server.ts';
import { sendsMail, whoMayBeMailed } from '../commands/may-mail.server.ts';
import { factsOfPeople } from '../commands/person-facts.server.ts';
import { type ListedMail, listMails } from '../mail-store.server.ts';
import type { OutreachRow } from '../outreach-store.server.ts';
import { type MailState, mayHaveComeBack } from '../rules/mail-line.ts';
import type { MailLine, OutreachView } from '../rules/reach-view.ts';

const PAGE = 25;
const SHOWN_WRONG = 20;

/** Mails of a list: how many more may go, how they stand, and one by one those behind the message `after`. */
export async function mailingPart(
  context: QueryContext,
  row: OutreachRow,
  after: string | null,
): Promise<OutreachView['mailing']> {
  const { trx, officeCode, services } = context;
  const mails = await listMails(trx, officeCode, row.outreachId);
  const statuses = await outboxStatuses(
    trx,
    officeCode,
    mails.map(({ messageId }) => messageId),
  );
  const stateOf = ({ messageId, isRefused }: ListedMail): MailState =>
    isRefused ? 'wrong_address' : (statuses.get(messageId) ?? 'waiting');
  const { people, wrong } =
    row.status === 'open' ? await whoMayBeMailed(context, row) : { people: [], wrong: [] };
  const behind = isId(after ?? '') ? mails.filter(({ messageId }) => messageId > (after ?? '')) : mails;
  const shown = behind.slice(0, PAGE);
  return {
    server: !sendsMail(context) ? 'none' : services.env.GAWANGAN_URL ? 'ready' : 'no_address',
    people: people.length,
    wrong: {
      count: wrong.length,
      people: wrong.slice(0, SHOWN_WRONG).flatMap(({ person: { ownerName, enterprises }, email }) => {
        const own = enterprises.find(({ ownerId }) => ownerId === email.ownerId);
        return own ? [{ ownerName, enterpriseId: own.enterpriseId, name: own.name }] : [];
      }),
    },
    counts: [...Map.groupBy(mails, stateOf)].map(([status, { length }]) => ({ status, count: length })),
    lines: await linesOf(context, shown, stateOf),
    nextLine: behind.length > PAGE ? (shown.at(-1)?.messageId ?? null) : null,
  };
}

async function linesOf(
  context: QueryContext,
  mails: readonly ListedMail[],
  stateOf: (mail: ListedMail) => MailState,
): Promise<MailLine[]> {
  const { trx, officeCode } = context;
  const people = await factsOfPeople(
    context,
    mails.map(({ recipientId }) => recipientId),
  );
  const owners = mails.map(({ ownerId }) => ownerId);
  const emails = new Map((await listEmailsToReach(trx, officeCode, owners)).map((one) => [one.ownerId, one]));
  return mails.map((mail) => {
    const { messageId, recipientId, ownerId, emailIndex } = mail;
    const person = people.get(recipientId);
    const email = emails.get(ownerId);
    const state = stateOf(mail);
    return {
      messageId,
      ownerName: person?.ownerName ?? null,
      enterprises: person?.enterprises.map(({ enterpriseId, name }) => ({ enterpriseId, name })) ?? [],
      address: email?.emailIndex.equals(emailIndex) ? email.emailHint : null,
      state,
      mayBeMarked: mayHaveComeBack(state),
    };
  });
}
