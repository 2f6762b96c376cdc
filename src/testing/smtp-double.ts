import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** How the server meets one mail. */
export type MailMood =
  | 'accept'
  /** Says no to the recipient, with this code. */
  | { refuse: number }
  /** Says no to whoever signs in or sends. */
  | { refuseSender: number }
  /** Takes the mail, then the connection breaks before the answer. */
  | 'accept_then_cut'
  /** Breaks off before there is any mail. */
  | 'cut';

export type TakenMail = { to: string; headers: string; body: string };

export type SmtpDouble = {
  url: string;
  /** What the server took, whatever it answered. */
  taken: TakenMail[];
  /** Connections that were made. */
  calls(): number;
  /** For the next mails, one each; then `accept` again. */
  moods: MailMood[];
  /** Nobody listens any more, or again on the same port. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
};

/** A server on loopback that speaks SMTP (RFC 5321) as far as a sender of single mails hears of it. */
export async function smtpDouble(): Promise<SmtpDouble> {
  const taken: TakenMail[] = [];
  const moods: MailMood[] = [];
  const open = new Set<Socket>();
  let calls = 0;
  const meet = (socket: Socket) => {
    calls++;
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    converse(socket, moods.shift() ?? 'accept', (mail) => taken.push(mail));
  };
  let server = createServer(meet);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const goDown = async () => {
    for (const socket of open) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(goDown);
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    calls: () => calls,
    moods,
    goDown,
    async comeBack() {
      server = createServer(meet);
      await listen(server, port);
    },
  };
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

function converse(socket: Socket, mood: MailMood, take: (mail: TakenMail) => void): void {
  if (mood === 'cut') return void socket.destroy();
  const say = (line: string) => socket.write(`${line}\r\n`);
  let rest = '';
  let to = '';
  let isData = false;
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 loopback');
    else if (verb === 'MAIL' && typeof mood === 'object' && 'refuseSender' in mood)
      say(`${mood.refuseSender} not you`);
    else if (verb === 'RCPT') {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      if (typeof mood === 'object' && 'refuse' in mood) say(`${mood.refuse} no such person here`);
      else say('250 ok');
    } else if (verb === 'DATA') {
      isData = true;
      say('354 go ahead');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  };
  const mail = (text: string) => {
    const [headers = '', body = ''] = text.split(/\r\n\r\n([\s\S]*)/);
    take({ to, headers: headers.replace(/\r\n[ \t]+/g, ' '), body });
    if (mood === 'accept_then_cut') socket.destroy();
    else say('250 taken');
  };
  say('220 loopback');
  socket.setEncoding('utf8').on('data', (piece: string) => {
    rest += piece;
    for (;;) {
      const end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const said = rest.slice(0, end);
      rest = rest.slice(end + (isData ? 5 : 2));
      if (!isData) command(said);
      else {
        isData = false;
        mail(said);
      }
    }
  });
}
