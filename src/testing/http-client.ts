export type Answer = { status: number; location: string | null; headers: Headers; text: string };
type Form = Record<string, string | readonly string[] | File>;

/** A browser as far as HTTP goes: keeps cookies, sends forms as its own pages do, and follows no redirect. */
export class HttpClient {
  readonly #cookies = new Map<string, string>();
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.address), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text: Buffer.from(await response.arrayBuffer()).toString('utf8'),
    };
  }

  /** A page, or with `data` what a page already open asks for when it is left for this one. */
  get(path: string, { data = false } = {}): Promise<Answer> {
    return this.ask(data ? dataAddress(path) : path);
  }

  /** Sends a form; one with a file in it as browsers send files. */
  post(path: string, form: Form, { data = false } = {}): Promise<Answer> {
    const fields = Object.entries(form).flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const],
    );
    const hasFile = fields.some(([, value]) => value instanceof File);
    const body = hasFile ? new FormData() : new URLSearchParams();
    for (const [name, value] of fields) (body as FormData).append(name, value as string);
    return this.ask(data ? dataAddress(path) : path, {
      method: 'POST',
      headers: { origin: this.address, 'sec-fetch-site': 'same-origin' },
      body,
    });
  }

  /** Signs in at the sign-in page; throws when it does not let the person in. */
  async signIn(name: string, password: string): Promise<void> {
    const answer = await this.post('/masuk', { name, password });
    if (answer.status !== 302) throw new Error(`not let in: ${answer.status} ${answer.text.slice(0, 500)}`);
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (attributes.some((one) => one.trim().toLowerCase() === 'max-age=0')) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

/** Where React Router answers the data of a page alone: `/usaha?q=a` → `/usaha.data?q=a`. */
function dataAddress(path: string): string {
  const [page = '', query] = path.split('?');
  return `${page === '/' ? '/_' : page}.data${query === undefined ? '' : `?${query}`}`;
}
