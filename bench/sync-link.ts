import { type ClientRequest, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A thin line with its whims: so much at a time, so far away, and now and then cut in the middle. */
export type Link = { bytesPerSecond: number; latencyMs: number; dropShare: number };

export type LinkAnswer = { status: number; offset: number; body: string };

const PIECE = 8 * 1024;

/** Sends one request over a thin line. Null when the line was cut: it may have arrived or not. */
export async function sendOver(
  link: Link,
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: Buffer },
): Promise<LinkAnswer | null> {
  const isCut = Math.random() < link.dropShare;
  const cutAt = isCut ? Math.floor(Math.random() * (body?.length ?? 1)) : Number.POSITIVE_INFINITY;
  await pause(link.latencyMs);
  const length = body ? { 'Content-Length': String(body.length) } : {};
  const sent = request(url, { method, headers: { ...headers, ...length }, agent: false });
  const answered = answerOf(sent);
  for (let at = 0; body && at < body.length; at += PIECE) {
    if (at >= cutAt) {
      sent.destroy();
      return answered;
    }
    const piece = body.subarray(at, at + PIECE);
    sent.write(piece);
    await pause((piece.length * 1_000) / link.bytesPerSecond);
  }
  sent.end();
  const answer = await answered;
  await pause(link.latencyMs);
  // The office stored it, and the answer was lost on the way back.
  return isCut && cutAt > (body?.length ?? 0) / 2 ? null : answer;
}

function answerOf(sent: ClientRequest): Promise<LinkAnswer | null> {
  return new Promise((resolve) => {
    sent.once('error', () => resolve(null));
    sent.once('close', () => resolve(null));
    sent.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', () => resolve(null));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          offset: Number(response.headers['upload-offset'] ?? Number.NaN),
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
  });
}
