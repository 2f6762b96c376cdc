import { createTransport } from 'nodemailer';
import { isAddressFault } from './address-fault.ts';
import type { Channel, Delivery } from './channel.ts';

/** Long enough for any server that is well. */
const PATIENCE_MS = 30_000;

/** E-mail over SMTP; without an address of a server the messages stay in the outbox. */
export function smtpChannel(
  url: string | undefined,
  from: string,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Channel {
  if (!url) return outboxOnly('email');
  const host = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    kind: 'email',
    delivers: true,
    async send({ messageId, recipient, subject, body, headers }) {
      // From the server's "go ahead" (354) on, a connection that breaks leaves it open whether the mail was taken.
      let isHandingOver = false;
      const hear = (entry: { tnx?: string }, line: string) => {
        if (entry.tnx === 'server' && line.startsWith('354')) isHandingOver = true;
      };
      const transport = createTransport(
        {
          url,
          connectionTimeout: patienceMs,
          greetingTimeout: patienceMs,
          socketTimeout: patienceMs,
          transactionLog: true,
          logger: { ...silent, debug: hear },
        },
        { from },
      );
      try {
        const info = await transport.sendMail({
          messageId: `<${messageId}@${host}>`,
          to: { name: '', address: recipient },
          subject: subject ?? '',
          text: body,
          headers,
        });
        return { ok: true, providerId: info.messageId };
      } catch (error) {
        return undelivered(error as SmtpFault, isHandingOver);
      } finally {
        transport.close();
      }
    },
  };
}

const silent = Object.fromEntries(
  ['level', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => undefined]),
);

type SmtpFault = { responseCode?: number; response?: string; command?: string; message: string };

/** 5xx said of the recipient or of the mail holds for good (RFC 5321 §4.2.1); said of our sign-in or sender it can be mended. */
function undelivered(fault: SmtpFault, isHandingOver: boolean): Delivery {
  const { responseCode, response, command, message } = fault;
  if (responseCode === undefined)
    return { ok: false, error: message, why: isHandingOver ? 'doubtful' : 'later' };
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode < 500 || !isOfThisMail) return { ok: false, error: message, why: 'later' };
  const isWrongAddress = command === 'RCPT TO' && isAddressFault(response ?? String(responseCode));
  return { ok: false, error: message, why: isWrongAddress ? 'wrong_address' : 'refused' };
}

/** The embedded default: nothing leaves the machine, the outbox screen shows what is to be passed on. */
export function outboxOnly(kind: Channel['kind']): Channel {
  return {
    kind,
    delivers: false,
    send: async () => ({ ok: false, error: 'no channel configured', why: 'later' }),
  };
}
