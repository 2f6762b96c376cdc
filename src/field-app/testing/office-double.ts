import type {
  Deliver,
  EnvelopeContent,
  OutboxFileHeader,
  OutboxFileLine,
  Receipt,
  SubmissionContent,
  Work,
  WorkRow,
} from '#features/survey-field/rules/wire.ts';
import { fromBase64url, sha256Hex, toBase64url } from '../core/base64url.ts';
import type { Fetch } from '../core/office-line.ts';
import { fakeOpen, type OpenSealed } from './fake-seal.ts';

/** What happens to one request on its way: see `overTheLine`. */
export type LineFate = 'ok' | 'lost_before' | 'lost_after' | 'half_piece' | 'busy';

/** lost_before: never arrived · lost_after, half_piece: it was stored (or half of it), and the answer never arrived. */
export function overTheLine(
  fates: LineFate[],
  handle: (path: string, init: RequestInit, isHalf: boolean) => Promise<Response>,
): Fetch {
  return async (path, init) => {
    const fate = fates.shift() ?? 'ok';
    if (fate === 'lost_before') throw new TypeError('Failed to fetch');
    if (fate === 'busy') return new Response(null, { status: 503 });
    const response = await handle(path, init, fate === 'half_piece');
    if (fate === 'lost_after' || fate === 'half_piece') throw new TypeError('Failed to fetch');
    return response;
  };
}

/** What a phone in a test asks of an office, the double or a real one. */
export type TestOffice = {
  fetch: Fetch;
  /** What befalls the next requests. */
  fates: LineFate[];
  /** Whose session the browser has from now on. */
  signIn(userId: string): void;
  isRevoked(userId: string): boolean;
  revoke(userId: string): Promise<void> | void;
  revokePhones(): Promise<void> | void;
  /** Receives an outbox file, and gives its receipt. */
  receiveFile(text: string): Promise<string>;
  /** What a visit is about; `row` is one of `r1`, `r2`, or null for a find. */
  visitTo(row: string | null): Pick<SubmissionContent, 'roundId' | 'rowId' | 'formId' | 'formVersion'>;
};

type HeldPhoto = {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
  sha256: string;
  submissionId: string;
  isWhole: boolean;
};
type Phone = { token: string; isRevoked: boolean };

/**
 * An office that keeps the rules of wire.ts and nothing else, in memory. `signedIn` is whose session the browser has.
 */
export function openOfficeDouble(
  options: {
    publicKey?: string;
    open?: OpenSealed;
    now?: () => number;
    work?: (userId: string) => Partial<Work>;
  } = {},
) {
  const open = options.open ?? fakeOpen;
  const now = options.now ?? (() => Date.UTC(2026, 2, 14, 7));
  const officeKey = { keyId: 'key-1', publicKey: options.publicKey ?? 'AA' };
  const submissions = new Map<string, SubmissionContent>();
  const timesStored = new Map<string, number>();
  const photos = new Map<string, HeldPhoto>();
  const phones = new Map<string, Phone>();
  const pullTokens = new Map<string, string>();
  const revokedUsers = new Set<string>();
  const wiped: string[] = [];
  const rows = new Map<string, WorkRow[]>();
  const fates: LineFate[] = [];
  let signedIn: string | null = null;
  let tokens = 0;

  async function accept(envelope: Deliver['envelopes'][number]): Promise<Receipt> {
    const { id } = envelope;
    if (submissions.has(id)) return { id, state: 'known' };
    const plain = await open(envelope.keyId, id, fromBase64url(envelope.sealed)!);
    const content = JSON.parse(new TextDecoder().decode(plain)) as EnvelopeContent;
    const phone = phones.get(content.phoneId);
    if (!phone || phone.token !== content.deliveryToken) throw new Error('from no phone of ours');
    submissions.set(id, content.submission);
    timesStored.set(id, (timesStored.get(id) ?? 0) + 1);
    return { id, state: phone.isRevoked ? 'quarantined' : 'stored' };
  }

  async function takePiece(id: string, headers: Headers, piece: Uint8Array, isHalf: boolean) {
    const number = (name: string) => Number(headers.get(name));
    const held = photos.get(id) ?? {
      bytes: new Uint8Array(),
      length: number('Upload-Length'),
      sha256: headers.get('Photo-Sha256')!,
      submissionId: headers.get('Photo-Submission')!,
      isWhole: false,
    };
    const answer = (status: number) =>
      new Response(null, { status, headers: { 'Upload-Offset': String(held.bytes.length) } });
    if (number('Upload-Offset') !== held.bytes.length) return answer(409);
    const stored = isHalf ? piece.slice(0, piece.length >> 1) : piece;
    held.bytes = new Uint8Array(Buffer.concat([held.bytes, stored]));
    held.isWhole = held.bytes.length === held.length && (await sha256Hex(held.bytes)) === held.sha256;
    photos.set(id, held);
    return answer(204);
  }

  async function handle(path: string, init: RequestInit, isHalf: boolean): Promise<Response> {
    const url = new URL(path, 'http://office');
    const headers = new Headers(init.headers);
    const bearer = headers.get('Authorization')?.replace('Bearer ', '');
    const byToken = [...phones.values()].find(({ token }) => token === bearer);
    const json = (body: unknown, status = 200) => Response.json(body, { status });
    const refused = (code: string) => json({ code, deliverFirst: true }, 401);
    const serverTime = new Date(now()).toISOString();
    const route = url.pathname.replace('/lapangan/api', '');
    if (route === '/phones') {
      if (!signedIn) return refused('unknown_token');
      const { phoneId } = JSON.parse(init.body as string) as { phoneId: string };
      tokens += 1;
      const phone = phones.get(phoneId) ?? { token: `deliver-${tokens}`, isRevoked: false };
      phones.set(phoneId, phone);
      const pullToken = `pull-${tokens}`;
      pullTokens.set(pullToken, signedIn);
      const user = { id: signedIn, name: `Pendata ${signedIn}` };
      const office = { officeCode: '33.75', officeName: 'Kota Pekalongan' };
      return json({ phoneId, ...office, user, deliveryToken: phone.token, pullToken, officeKey, serverTime });
    }
    if (route === '/work') {
      const userId = pullTokens.get(bearer ?? '');
      if (!userId) return refused('unknown_token');
      if (revokedUsers.has(userId)) return refused('revoked');
      const work: Work = {
        cursor: String(now()),
        serverTime,
        rounds: [],
        forms: [],
        villages: [],
        rows: rows.get(userId) ?? [],
        gone: [],
        officeKey,
        newestApp: '1.0.0',
        ...options.work?.(userId),
      };
      return json(work);
    }
    if (!byToken) return refused('unknown_token');
    if (route === '/deliveries') {
      const { envelopes } = JSON.parse(init.body as string) as Deliver;
      const receipts: Receipt[] = [];
      for (const envelope of envelopes) receipts.push(await accept(envelope));
      return json({ receipts, serverTime, ...(byToken.isRevoked ? { wipe: true } : {}) });
    }
    if (route === '/wiped') {
      wiped.push((JSON.parse(init.body as string) as { userId: string }).userId);
      return json({});
    }
    const id = route.replace('/photos/', '');
    if (init.method === 'PUT') return takePiece(id, headers, init.body as Uint8Array<ArrayBuffer>, isHalf);
    const held = photos.get(id);
    const offset = { 'Upload-Offset': String(held?.bytes.length ?? 0) };
    return new Response(null, { status: held ? 200 : 404, headers: offset });
  }

  return {
    fetch: overTheLine(fates, handle),
    fates,
    submissions,
    timesStored,
    photos,
    phones,
    revokedUsers,
    wiped,
    rows,
    signIn: (userId: string) => {
      signedIn = userId;
    },
    isRevoked: (userId: string) => revokedUsers.has(userId),
    revoke: (userId: string) => void revokedUsers.add(userId),
    revokePhones: () => {
      for (const phone of phones.values()) phone.isRevoked = true;
    },
    visitTo: (rowId: string | null) => ({ roundId: 'round-1', rowId, formId: 'pl-kumkm', formVersion: 1 }),
    isWhole: (photoId: string) => photos.get(photoId)?.isWhole === true,
    /** Receives an outbox file, and gives its receipt. */
    receiveFile: async (text: string) => {
      const [header, ...lines] = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as OutboxFileHeader | OutboxFileLine);
      const { phoneId } = header as OutboxFileHeader;
      const ids: string[] = [];
      for (const line of lines as OutboxFileLine[]) {
        if (line.kind === 'envelope') ids.push((await accept(line.envelope)).id);
        else {
          const bytes = fromBase64url(line.sealed)!;
          const { submissionId, sha256 } = line;
          const isWhole = (await sha256Hex(bytes)) === sha256;
          photos.set(line.id, { bytes, length: bytes.length, sha256, submissionId, isWhole });
          ids.push(line.id);
        }
      }
      const mac = await signed(phones.get(phoneId)!.token, [phoneId, ...[...ids].sort()].join('\n'));
      return JSON.stringify({ gawangan: 'receipt', v: 1, phoneId, ids, mac });
    },
  };
}

async function signed(token: string, text: string): Promise<string> {
  const encode = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encode.encode(token), hmac, false, ['sign']);
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encode.encode(text))));
}

export type OfficeDouble = ReturnType<typeof openOfficeDouble>;
