import type {
  Deliver,
  Delivered,
  Envelope,
  PhoneRegistered,
  RegisterPhone,
  Work,
} from '#features/survey-field/rules/wire.ts';
import { appVersion } from './draft-content.ts';
import type { PhotoRecord } from './store.ts';

/**
 * What came of asking the office. `unreachable`: no answer, so it may or may not have happened · `busy`: the office asks
 * to be left alone for a while · `unwelcome`: 401 · `refused`: it will never take this one as it is.
 */
export type Asked<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'unreachable' }
  | { kind: 'busy'; afterMs: number }
  | { kind: 'unwelcome'; code: string }
  | { kind: 'refused'; status: number };

export type OfficeLine = {
  register(phone: RegisterPhone): Promise<Asked<PhoneRegistered>>;
  work(pullToken: string, since: string | null, forms: readonly string[]): Promise<Asked<Work>>;
  deliver(token: string, envelopes: Envelope[], unsent: number): Promise<Asked<Delivered>>;
  /** Bytes that the office holds of it. */
  photoOffset(token: string, id: string): Promise<Asked<number>>;
  /** One piece; gives what the office holds thereafter (also where it holds more or less than we thought). */
  sendPiece(
    token: string,
    photo: PhotoRecord,
    offset: number,
    piece: Uint8Array<ArrayBuffer>,
  ): Promise<Asked<number>>;
  wiped(token: string, userId: string): Promise<Asked<null>>;
};

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

const busyMs = 30_000;
/** A thin line may take long over a piece of a photo, but a dead one is not waited for. */
const patienceMs = 90_000;

export function makeOfficeLine(
  fetchFrom: Fetch = (path, init) => fetch(path, init),
  base = '/lapangan/api',
): OfficeLine {
  async function ask<T>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<T | null> | T | null,
  ): Promise<Asked<T>> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), patienceMs);
    try {
      const response = await fetchFrom(base + path, {
        cache: 'no-store',
        credentials: 'omit',
        signal: giveUp.signal,
        ...init,
      });
      const value = await read(response);
      if (value !== null) return { kind: 'ok', value };
      return await refusalOf(response);
    } catch {
      // No answer, half an answer, or a sign-in page of somebody's Wi-Fi in its place.
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const json = <T>(response: Response) => (response.ok ? (response.json() as Promise<T>) : null);
  const asJson = { 'Content-Type': 'application/json' };

  return {
    register: (phone) =>
      ask(
        '/phones',
        { method: 'POST', credentials: 'same-origin', headers: asJson, body: JSON.stringify(phone) },
        (response) => json<PhoneRegistered>(response),
      ),
    work: (pullToken, since, forms) => {
      const query = new URLSearchParams({ forms: forms.join(',') });
      if (since) query.set('since', since);
      return ask(`/work?${query}`, { headers: bearer(pullToken) }, (response) => json<Work>(response));
    },
    deliver: (token, envelopes, unsent) => {
      const body = { envelopes, unsent, appVersion } satisfies Deliver;
      return ask(
        '/deliveries',
        { method: 'POST', headers: { ...bearer(token), ...asJson }, body: JSON.stringify(body) },
        (response) => json<Delivered>(response),
      );
    },
    photoOffset: (token, id) =>
      ask(`/photos/${id}`, { method: 'HEAD', headers: bearer(token) }, (response) =>
        response.status === 404 ? 0 : response.ok ? offsetOf(response) : null,
      ),
    sendPiece: (token, photo, offset, piece) =>
      ask(
        `/photos/${photo.id}`,
        {
          method: 'PUT',
          headers: {
            ...bearer(token),
            'Content-Type': 'application/octet-stream',
            'Upload-Offset': String(offset),
            'Upload-Length': String(photo.size),
            'Photo-Submission': photo.submissionId,
            'Photo-Item': encodeURIComponent(photo.item),
            'Photo-Key': photo.keyId,
            'Photo-Sha256': photo.sha256,
          },
          body: piece,
        },
        (response) => (response.ok || response.status === 409 ? offsetOf(response) : null),
      ),
    wiped: (token, userId) =>
      ask(
        '/wiped',
        { method: 'POST', headers: { ...bearer(token), ...asJson }, body: JSON.stringify({ userId }) },
        async (response) => (response.ok ? { done: true } : null),
      ).then((asked) => (asked.kind === 'ok' ? { kind: 'ok', value: null } : asked)),
  };
}

function offsetOf(response: Response): number {
  const offset = Number(response.headers.get('Upload-Offset') ?? Number.NaN);
  if (!Number.isInteger(offset) || offset < 0) throw new Error('an answer without its offset');
  return offset;
}

async function refusalOf(response: Response): Promise<Asked<never>> {
  const { status } = response;
  if (status === 401) {
    const body = (await response.json().catch(() => ({}))) as { code?: string };
    return { kind: 'unwelcome', code: body.code ?? 'unknown_token' };
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const after = Number(response.headers.get('Retry-After'));
    return { kind: 'busy', afterMs: after > 0 ? after * 1000 : busyMs };
  }
  return { kind: 'refused', status };
}
