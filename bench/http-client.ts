import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Answered = {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the line, compressed or not. */
  body: Buffer;
  /** From the first byte sent to the last received. */
  ms: number;
};

export type Client = {
  send(
    path: string,
    more?: { form?: Record<string, string>; headers?: Record<string, string> },
  ): Promise<Answered>;
  /** Its cookies, as it sends them. */
  cookie(): string;
  close(): void;
};

/** A browser's connection: one socket kept open, its cookies, and what it says it can unpack. */
export function httpClient(address: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    send: (path, { form, headers } = {}) =>
      new Promise((resolve, reject) => {
        const body = form && new URLSearchParams(form).toString();
        const started = performance.now();
        const outgoing = request(
          new URL(path, address),
          {
            agent,
            method: body === undefined ? 'GET' : 'POST',
            headers: {
              'Accept-Encoding': 'gzip, deflate, br, zstd',
              'Sec-Fetch-Site': 'same-origin',
              Cookie: cookie(),
              ...(body === undefined
                ? {}
                : { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(address).origin }),
              ...headers,
            },
          },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.once('error', reject);
            answer.once('end', () => {
              const ms = performance.now() - started;
              for (const cookie of answer.headers['set-cookie'] ?? []) {
                const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
                cookies.set(name, value);
              }
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(parts),
                ms,
              });
            });
          },
        );
        outgoing.once('error', reject);
        outgoing.end(body);
      }),
    cookie,
    close: () => agent.destroy(),
  };
}
