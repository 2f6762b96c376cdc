/**
 * What phone and office say to each other. Additive only: a phone with last month's program still delivers, so fields
 * are added as optional, and meanings never change. `v` counts breaking changes of what stands inside an envelope;
 * the office reads every one there ever was.
 */

/** Verdicts of the register's `operation`, without `unknown`. */
export const wireVersion = 1;

/** UUID as text, lower case. */
export type Id = string;
/** Instant, ISO 8601 with zone. */
export type Instant = string;
/** Bytes as base64url without padding. */
export type Bytes = string;

/** Answers of a questionnaire: path of the question → answer, as the engine of `questionnaire/` keeps them. */
export type FormAnswers = Record<string, unknown>;

export type Position = { latitude: number; longitude: number; accuracyM: number; at: Instant };

/** A photo's own record inside the submission; its sealed bytes travel apart. */
export type PhotoNote = { id: Id; item: string; takenAt: Instant; position?: Position };

export type SubmissionContent = {
  id: Id;
  roundId: Id;
  /** The frame row; null: an enterprise found in the field. */
  rowId: Id | null;
  /** Of an enterprise found in the field: the id that it will have on the register. */
  newEnterpriseId?: Id;
  /** A second look at an earlier submission. */
  recheckId?: Id;
  userId: string;
  formId: string;
  formVersion: number;
  appVersion: string;
  /** False: a draft, delivered because the phone is to be wiped or the PIN was forgotten. */
  isFinished: boolean;
  verdict: string | null;
  startedAt: Instant;
  finishedAt: Instant;
  /** Seconds with the form open on screen. */
  activeS: number;
  /** Phone's clock minus the office's when they last spoke; null: never compared. */
  clockOffS: number | null;
  position?: Position;
  answers: FormAnswers;
  /** What stood in the form before the first answer, as the phone knew the register: what is unchanged says nothing. */
  preloaded?: FormAnswers;
  photos: PhotoNote[];
  /** The enterprise's revision as the phone knew it. */
  baseRevision?: number;
  villageCode?: string;
};

/** What stands inside a sealed envelope, as UTF-8 JSON. */
export type EnvelopeContent = {
  v: typeof wireVersion;
  phoneId: Id;
  /** Proves which phone made it; known to that phone and the office alone. */
  deliveryToken: string;
  submission: SubmissionContent;
};

/**
 * Sealed with HPKE (RFC 9180, base mode): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM;
 * info = `gawangan-census-1`, aad = the envelope's id. `sealed` = encapsulated key (65 bytes), then the ciphertext.
 */
export type Envelope = { id: Id; keyId: Id; sealed: Bytes };
export const sealInfo = 'gawangan-census-1';

/** A sealed photo: the same form, aad = the photo's id; the sealed bytes travel as a body of their own. */

// ── POST /lapangan/api/phones — by a session; answers what a phone needs to work for months without it ──────────

export type RegisterPhone = { phoneId: Id; label: string; appVersion: string };
export type PhoneRegistered = {
  phoneId: Id;
  officeCode: string;
  officeName: string;
  user: { id: string; name: string };
  /** May deliver sealed envelopes, and nothing else. Kept in the clear on the phone: work can be sent without a PIN. */
  deliveryToken: string;
  /** Fetches this person's list. Kept under the PIN. */
  pullToken: string;
  /** Raw point on P-256. */
  officeKey: { keyId: Id; publicKey: Bytes };
  serverTime: Instant;
};

// ── GET /lapangan/api/work?since=<cursor> — Authorization: Bearer <pullToken> ────────────────────────────────────

/** A listed enterprise to be visited. Identifiers masked: what a lost phone could tell is little. */
export type WorkRow = {
  rowId: Id;
  roundId: Id;
  enterpriseId: Id;
  revision: number;
  name: string;
  owner: string | null;
  sex?: 'female' | 'male';
  activity?: string;
  sector: string;
  village: string;
  rw?: string;
  rt?: string;
  address?: string;
  latitude?: number;
  longitude?: number;
  /** Last four digits. */
  nikEnds?: string;
  phoneHint?: string;
  place: number;
  inSample?: true;
  rtInformation?: string;
  status: string;
  tries?: number;
  /** Why the supervisor sent it back. */
  note?: string;
  recheckId?: Id;
};

export type WorkRound = {
  roundId: Id;
  name: string;
  purpose: string;
  endsOn: string;
  formId: string;
  formVersion: number;
  /** Done so far by this person, for the counters. */
  done: number;
  target: number;
};

export type Work = {
  cursor: string;
  serverTime: Instant;
  rounds: WorkRound[];
  /** Forms that the phone does not have yet (it says which by `forms=id.version,…`). */
  forms: { formId: string; version: number; form: unknown }[];
  villages: { code: string; name: string; latitude?: number; longitude?: number }[];
  /** New or changed rows; second looks are always all of them. */
  rows: WorkRow[];
  /** The rows are all there are, not those changed since the cursor. */
  isWhole?: true;
  /** Rows that are no longer this person's. */
  gone: Id[];
  officeKey: { keyId: Id; publicKey: Bytes };
  /** Version of the phone's program that the office hands out. */
  newestApp: string;
};
// 401 with { code: 'revoked' | 'unknown_token', deliverFirst: true }: the account or the phone was revoked.

// ── POST /lapangan/api/deliveries — Authorization: Bearer <deliveryToken> ────────────────────────────────────────

/** At most 50 envelopes, 2 MB. `unsent`: envelopes and photos that wait on the phone, those of this delivery included. */
export type Deliver = { envelopes: Envelope[]; unsent: number; appVersion: string };
export type Receipt = {
  id: Id;
  /**
   * stored: durable at the office · known: was there before (a retry does no harm) · quarantined: durable, a person
   * will look at it · unreadable: durable as it came. In all four cases the phone may forget it.
   */
  state: 'stored' | 'known' | 'quarantined' | 'unreadable';
};
export type Delivered = {
  receipts: Receipt[];
  serverTime: Instant;
  /** The phone's own right was taken away, or nobody on it has one any more: all of it is to be forgotten. */
  wipe?: true;
  /** People on this phone whose right or account has ended: their data is to be forgotten, the others' stays. */
  wipeUsers?: string[];
};

// ── Photos: HEAD and PUT /lapangan/api/photos/<id> — Authorization: Bearer <deliveryToken> ───────────────────────
// PUT with Upload-Offset, Upload-Length, Photo-Submission, Photo-Item, Photo-Key, Photo-Sha256 (hex, of the sealed
// bytes) and a piece of the sealed bytes. 204 with Upload-Offset: what the office holds durably. 409 with
// Upload-Offset: go on from there. HEAD answers Upload-Offset, 404 when nothing is held. Complete = offset equals length.

/** Photos are cut into pieces, so that a dropped connection loses little: the first is small, each that arrived doubles the next. */
export const firstPiece = 64 * 1024;
export const largestPiece = 512 * 1024;
/** A sealed photo above this is refused; phones compress to well below. */
export const largestPhoto = 3 * 1024 * 1024;

// ── POST /lapangan/api/wiped — Authorization: Bearer <deliveryToken>: this person's data is gone from the phone ──
// { userId }

// ── The outbox as a file (name.gawangan): JSON lines, the first a header, then envelopes and photos ──────────────
export type OutboxFileHeader = {
  gawangan: 'outbox';
  v: 1;
  officeCode: string;
  phoneId: Id;
  madeAt: Instant;
  items: number;
};
export type OutboxFileLine =
  | { kind: 'envelope'; envelope: Envelope }
  | {
      kind: 'photo';
      id: Id;
      submissionId: Id;
      item: string;
      keyId: Id;
      sha256: string;
      sealed: Bytes;
    };
/**
 * The office's answer to such a file, for a phone that never reaches it: the ids it holds durably, signed by
 * HMAC-SHA256 under the delivery token over `phoneId` and the sorted ids, joined by newlines.
 */
export type OutboxReceiptFile = { gawangan: 'receipt'; v: 1; phoneId: Id; ids: Id[]; mac: Bytes };
