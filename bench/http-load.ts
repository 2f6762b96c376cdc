import { connect, type Socket } from 'node:net';

const CONNECTIONS = 16;
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n');

/** Whether one whole answer lies in the buffer; its status and where it ends. */
function wholeAnswer(buffer: Buffer): { status: number; end: number } | null {
  const head = buffer.indexOf(END_OF_HEAD);
  if (head === -1) return null;
  const text = buffer.toString('latin1', 0, head).toLowerCase();
  const status = Number(text.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/.exec(text);
  if (length) {
    const end = head + 4 + Number(length[1]);
    return buffer.length >= end ? { status, end } : null;
  }
  const last = buffer.indexOf(END_OF_CHUNKS, head + 2);
  return last === -1 ? null : { status, end: last + END_OF_CHUNKS.length };
}

/**
 * How many answers a second, each connection asking again as soon as it is answered. Written on bare sockets: a client
 * that costs more than the server would make every server look alike.
 */
export async function answersPerSecond(address: string, request: string, seconds: number): Promise<number> {
  const { hostname, port } = new URL(address);
  const bytes = Buffer.from(request);
  const until = performance.now() + seconds * 1000;
  let answers = 0;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let received = Buffer.alloc(0);
      socket.once('error', reject);
      // After the last answer this changes nothing.
      socket.once('close', () => reject(new Error('the connection was closed without an answer')));
      socket.once('connect', () => socket.write(bytes));
      socket.on('data', (part) => {
        received = received.length === 0 ? part : Buffer.concat([received, part]);
        const answer = wholeAnswer(received);
        if (!answer) return;
        if (answer.status !== 200) return socket.destroy(new Error(`answered with ${answer.status}`));
        received = received.subarray(answer.end);
        answers++;
        if (performance.now() < until) socket.write(bytes);
        else {
          resolve();
          socket.end();
        }
      });
    });
  const started = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  return (answers * 1000) / (performance.now() - started);
}
