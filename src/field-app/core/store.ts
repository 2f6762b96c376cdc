import type { Envelope } from '#features/survey-field/rules/wire.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the phone itself is: known once it was registered, by the first person who signed in. */
export type PhoneRecord = {
  id: 'phone';
  phoneId: string;
  label: string;
  officeCode: string;
  officeName: string;
  deliveryToken: string;
  officeKey: { keyId: string; publicKey: string };
  /** Phone's clock minus the office's; null: never compared. */
  clockOffS: number | null;
  lastSentAt: string | null;
  /** The office has taken the phone's right away: everything is delivered, then forgotten. */
  isRevoked?: true;
  newestApp?: string;
};

export type PersonRecord = {
  /** User id. */
  id: string;
  name: string;
  salt: Bytes;
  iterations: number;
  /** The data key under a key made from the PIN. */
  wrappedKey: Bytes;
  wrongTries: number;
  /** Milliseconds; no PIN is tried before. */
  nextTryAt: number;
  /** Encrypted under the data key. */
  pullToken: Bytes;
  /** Revoked: nothing new is begun; their work is delivered, then forgotten. */
  isRevoked?: true;
};

/** One person's list with its cursor, encrypted under the data key. */
export type WorkRecord = { id: string; sealed: Bytes };

/** Not personal, so in the clear and shared by all who use the phone. `id` = `formId@version`. */
export type FormRecord = { id: string; form: unknown };

export type DraftRecord = {
  /** The submission's id. */
  id: string;
  userId: string;
  /** Under the data key, to go on with. */
  encrypted: Bytes;
  /** To the office's key, in case nobody can open it here any more. */
  envelope: Envelope | null;
  /** The envelope holds an older state of the draft: the phone was closed between two sealings. */
  isEnvelopeOld?: true;
  updatedAt: string;
};

export type OutboxRecord = { id: string; userId: string; envelope: Envelope; stuck?: string };

/** A sealed photo; its bytes stand apart, so that counting photos does not load them. */
export type PhotoRecord = {
  id: string;
  submissionId: string;
  userId: string;
  item: string;
  keyId: string;
  sha256: string;
  size: number;
  /** draft: its submission is not finished · waiting: to be sent. */
  state: 'draft' | 'waiting';
  /** Something may lie at the office already: ask before sending. */
  wasTried?: true;
  stuck?: string;
  /** Small picture for the screen, under the data key; gone once finished. */
  preview?: Bytes;
};
export type PhotoBytesRecord = { id: string; sealed: Bytes };

/** What is left on the phone of a finished visit: for counters and the list of what was sent. */
export type FinishedRecord = {
  id: string;
  userId: string;
  roundId: string;
  rowId: string | null;
  finishedAt: string;
  sentAt: string | null;
  /** Name, verdict, under the data key. */
  label: Bytes;
};

export type Tables = {
  phone: PhoneRecord;
  people: PersonRecord;
  work: WorkRecord;
  forms: FormRecord;
  drafts: DraftRecord;
  outbox: OutboxRecord;
  photos: PhotoRecord;
  photoBytes: PhotoBytesRecord;
  finished: FinishedRecord;
};
export type TableName = keyof Tables;
export const tableNames = [
  'phone',
  'people',
  'work',
  'forms',
  'drafts',
  'outbox',
  'photos',
  'photoBytes',
  'finished',
] as const satisfies readonly TableName[];

export type Change =
  | { [T in TableName]: { table: T; put: Tables[T] } }[TableName]
  | { table: TableName; remove: string };

/**
 * All that the program needs of a database. `change` is one transaction: all of it is durable or none. With `onlyIf`
 * nothing happens, and false comes back, unless that record stands there: so what another tab has finished is not
 * brought back to life.
 */
export type PhoneStore = {
  get<T extends TableName>(table: T, id: string): Promise<Tables[T] | undefined>;
  all<T extends TableName>(table: T): Promise<Tables[T][]>;
  ids(table: TableName): Promise<string[]>;
  change(changes: readonly Change[], onlyIf?: { table: TableName; id: string }): Promise<boolean>;
};

/** No room left on the phone: what was to be written is not, and nothing else is lost. */
export function isStorageFull(error: unknown): boolean {
  let cause: unknown = error;
  while (cause instanceof Error) {
    if (cause.name === 'QuotaExceededError' || /quota/i.test(cause.message)) return true;
    cause = (cause as { inner?: unknown }).inner ?? cause.cause;
  }
  return false;
}

export async function readPhone(store: PhoneStore): Promise<PhoneRecord> {
  const phone = await store.get('phone', 'phone');
  if (!phone) throw new Error('this phone is not registered');
  return phone;
}
