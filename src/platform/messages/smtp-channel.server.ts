import { createTransport } from 'nodemailer';
import type { Channel } from './channel.ts';

/** E-mail over SMTP; without an address of a server the messages stay in the outbox. */
export function smtpChannel(url: string | undefined, from: string): Channel {
  if (!url) return outboxOnly('email');
  const transport = createTransport(url, { from });
  return {
    kind: 'email',
    delivers: true,
    async send({ recipient, subject, body }) {
      try {
        const info = await transport.sendMail({ to: recipient, subject: subject ?? '', text: body });
        return { ok: true, providerId: info.messageId };
      } catch (error) {
        const { responseCode, message } = error as { responseCode?: number; message: string };
        // 5xx: the server refuses this mail for good (RFC 5321 §4.2.1); anything else may pass later.
        return { ok: false, error: message, permanent: (responseCode ?? 0) >= 500 };
      }
    },
  };
}

/** The embedded default: nothing leaves the machine, the outbox screen shows what is to be passed on. */
export function outboxOnly(kind: Channel['kind']): Channel {
  return {
    kind,
    delivers: false,
    send: async () => ({ ok: false, error: 'no channel configured', permanent: false }),
  };
}
