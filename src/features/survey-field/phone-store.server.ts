import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

export type PhoneRow = {
  phoneId: string;
  label: string;
  deliveryHash: Buffer;
  revokedAt: Date | null;
};

export function findPhone(trx: Trx, office: string, phoneId: string): Promise<PhoneRow | undefined> {
  return trx
    .selectFrom('fieldPhones')
    .select(['phoneId', 'label', 'deliveryHash', 'revokedAt'])
    .where('officeCode', '=', office)
    .where('phoneId', '=', phoneId)
    .executeTakeFirst();
}

export function findPhones(trx: Trx, office: string, phoneIds: readonly string[]): Promise<PhoneRow[]> {
  return trx
    .selectFrom('fieldPhones')
    .select(['phoneId', 'label', 'deliveryHash', 'revokedAt'])
    .where('officeCode', '=', office)
    .where((eb) => eb('phoneId', '=', eb.fn.any(eb.val([...phoneIds]))))
    .execute();
}

/** The delivery token itself, sealed, and the wrapped key it is sealed with. */
export function findDeliveryCipher(trx: Trx, office: string, phoneId: string) {
  return trx
    .selectFrom('fieldPhones as f')
    .innerJoin('personKeys as p', (join) =>
      join.onRef('p.officeCode', '=', 'f.officeCode').onRef('p.personId', '=', 'f.phoneId'),
    )
    .select(['f.deliveryCipher', 'p.wrappedKey'])
    .where('f.officeCode', '=', office)
    .where('f.phoneId', '=', phoneId)
    .executeTakeFirst();
}

export async function insertPhone(
  trx: Trx,
  office: string,
  phone: {
    phoneId: string;
    label: string;
    deliveryHash: Buffer;
    deliveryCipher: Buffer;
    appVersion: string;
    userAgent: string | null;
    registeredBy: string;
    registeredAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('fieldPhones')
    .values({ officeCode: office, ...phone, lastSeenAt: phone.registeredAt })
    .execute();
}

/** Registering two phones at once under one id, or one phone by two people, waits here. */
export async function lockPhone(trx: Trx, office: string, phoneId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`field_phone:${office}:${phoneId}`}))`.execute(trx);
}

type Seen = {
  appVersion?: string | undefined;
  unsentCount?: number | undefined;
  lastDeliveryAt?: Date | undefined;
};

export async function updatePhoneSeen(
  trx: Trx,
  office: string,
  phoneId: string,
  at: Date,
  seen: Seen = {},
): Promise<void> {
  const { appVersion, ...rest } = seen;
  await trx
    .updateTable('fieldPhones')
    .set({ lastSeenAt: at, ...rest, ...(appVersion ? { appVersion } : {}) })
    .where('officeCode', '=', office)
    .where('phoneId', '=', phoneId)
    .execute();
}

export type PhoneUser = {
  phoneId: string;
  userId: string;
  pullHash: Buffer;
  revokedAt: Date | null;
  wipedAt: Date | null;
};

export function listPhoneUsers(trx: Trx, office: string, phoneIds: readonly string[]): Promise<PhoneUser[]> {
  return trx
    .selectFrom('fieldPhoneUsers')
    .select(['phoneId', 'userId', 'pullHash', 'revokedAt', 'wipedAt'])
    .where('officeCode', '=', office)
    .where((eb) => eb('phoneId', '=', eb.fn.any(eb.val([...phoneIds]))))
    .execute();
}

/** Who signs in on the phone again gets a new token, and the right back. */
export async function upsertPhoneUser(
  trx: Trx,
  office: string,
  user: { phoneId: string; userId: string; pullHash: Buffer; grantedAt: Date },
): Promise<void> {
  const { pullHash, grantedAt } = user;
  await trx
    .insertInto('fieldPhoneUsers')
    .values({ officeCode: office, ...user })
    .onConflict((conflict) =>
      conflict
        .columns(['officeCode', 'phoneId', 'userId'])
        .doUpdateSet({ pullHash, grantedAt, revokedAt: null, wipedAt: null }),
    )
    .execute();
}

export async function updatePulled(
  trx: Trx,
  office: string,
  { phoneId, userId }: { phoneId: string; userId: string },
  at: Date,
): Promise<void> {
  await trx
    .updateTable('fieldPhoneUsers')
    .set({ lastPullAt: at })
    .where('officeCode', '=', office)
    .where('phoneId', '=', phoneId)
    .where('userId', '=', userId)
    .execute();
}

/** Whether there was such a person on such a phone, whose data was there until now. */
export async function updateWiped(
  trx: Trx,
  office: string,
  { phoneId, userId }: { phoneId: string; userId: string },
  at: Date,
): Promise<boolean> {
  const changed = await trx
    .updateTable('fieldPhoneUsers')
    .set({ wipedAt: at })
    .where('officeCode', '=', office)
    .where('phoneId', '=', phoneId)
    .where('userId', '=', userId)
    .where('wipedAt', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Takes the right of a phone away, or of one person on it; false when there was none to take. */
export async function updateRevoked(
  trx: Trx,
  office: string,
  { phoneId, userId }: { phoneId: string; userId?: string | undefined },
  at: Date,
): Promise<boolean> {
  const changed = await (userId === undefined
    ? trx
        .updateTable('fieldPhones')
        .set({ revokedAt: at })
        .where('officeCode', '=', office)
        .where('phoneId', '=', phoneId)
        .where('revokedAt', 'is', null)
        .executeTakeFirst()
    : trx
        .updateTable('fieldPhoneUsers')
        .set({ revokedAt: at })
        .where('officeCode', '=', office)
        .where('phoneId', '=', phoneId)
        .where('userId', '=', userId)
        .where('revokedAt', 'is', null)
        .executeTakeFirst());
  return changed.numUpdatedRows > 0n;
}

export type ListedPhone = {
  phoneId: string;
  label: string;
  appVersion: string | null;
  userAgent: string | null;
  registeredAt: Date;
  lastSeenAt: Date | null;
  lastDeliveryAt: Date | null;
  unsentCount: number | null;
  revokedAt: Date | null;
};

/** Phones of the office, those seen last on top. */
export function listPhones(trx: Trx, office: string, limit: number): Promise<ListedPhone[]> {
  return trx
    .selectFrom('fieldPhones')
    .select(['phoneId', 'label', 'appVersion', 'userAgent', 'registeredAt', 'lastSeenAt', 'lastDeliveryAt'])
    .select(['unsentCount', 'revokedAt'])
    .where('officeCode', '=', office)
    .orderBy('revokedAt', (order) => order.asc().nullsFirst())
    .orderBy('lastSeenAt', (order) => order.desc().nullsLast())
    .orderBy('phoneId')
    .limit(limit)
    .execute();
}

export type ListedPhoneUser = {
  phoneId: string;
  userId: string;
  name: string;
  lastPullAt: Date | null;
  revokedAt: Date | null;
  wipedAt: Date | null;
};

export function listUsersOfPhones(
  trx: Trx,
  office: string,
  phoneIds: readonly string[],
): Promise<ListedPhoneUser[]> {
  return trx
    .selectFrom('fieldPhoneUsers as f')
    .innerJoin('authUsers as u', 'u.id', 'f.userId')
    .select(['f.phoneId', 'f.userId', 'u.name', 'f.lastPullAt', 'f.revokedAt', 'f.wipedAt'])
    .where('f.officeCode', '=', office)
    .where((eb) => eb('f.phoneId', '=', eb.fn.any(eb.val([...phoneIds]))))
    .orderBy('u.name')
    .execute();
}

/** Oldest transaction still running: what it and later ones write may not be visible yet. */
export async function readHorizon(trx: Trx): Promise<number> {
  const { rows } = await sql<{ xmin: number }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin`.execute(trx);
  return rows[0]!.xmin;
}
