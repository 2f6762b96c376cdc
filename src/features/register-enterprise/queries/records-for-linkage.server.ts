import { setImmediate as immediate } from 'node:timers/promises';
import type { EnterpriseRecord } from '#likeness/enterprise-record.ts';
import type { QueryContext } from '#platform/command.server.ts';
import {
  type LinkageOwner,
  type LinkagePlace,
  listLinkageOwners,
  listLinkagePage,
  listLinkagePhones,
  listLinkagePlaces,
} from '../linkage-store.server.ts';

/** `kbli` is of this edition; null with it. */
export type RecordForLinkage = EnterpriseRecord & { readonly kbliVersion: string | null };

const PAGE = 2_000;
/** Owners whose numbers are opened between two breaths of the program: a few milliseconds. */
const AT_ONCE = 200;

type Numbers = { nik: string | null; noKk: string | null; phones: string[] };
type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'vault'>;

/**
 * Every enterprise that stands for itself, or those of these ids, as linkage compares them, in the order of their ids.
 * NIK, No. KK and phones are in the clear: for this process's memory only, never to be logged, kept or passed on.
 */
export async function listForLinkage(
  context: Context,
  enterpriseIds: readonly string[] | null = null,
  signal?: AbortSignal,
): Promise<RecordForLinkage[]> {
  const { trx, officeCode } = context;
  const records: RecordForLinkage[] = [];
  let after: string | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const page = await listLinkagePage(trx, officeCode, { ids: enterpriseIds, after, limit: PAGE });
    const owners = await listLinkageOwners(trx, officeCode, [
      ...new Set(page.flatMap(({ ownerId }) => ownerId ?? [])),
    ]);
    const numbers = await openNumbers(context, [...owners.values()]);
    const places = new Map(
      (
        await listLinkagePlaces(
          trx,
          officeCode,
          page.map((row) => row.enterpriseId),
        )
      ).map((place) => [place.enterpriseId, place]),
    );
    for (const row of page) {
      const owner = row.ownerId === null ? undefined : owners.get(row.ownerId);
      records.push({
        id: row.enterpriseId,
        ...ownerParts(owner, numbers),
        ...placeParts(places.get(row.enterpriseId)),
        nib: row.nib,
        businessName: row.name,
        activity: row.activity,
        // A section's letter alone says too little to compare.
        kbli: row.kbliCode !== null && /^\d+$/.test(row.kbliCode) ? row.kbliCode : null,
        kbliVersion: row.kbliVersion,
      });
    }
    after = page.at(-1)?.enterpriseId ?? null;
    if (page.length < PAGE) return records;
  }
}

function ownerParts(owner: LinkageOwner | undefined, numbers: ReadonlyMap<string, Numbers>) {
  const known = owner && numbers.get(owner.ownerId);
  return {
    ownerId: owner?.ownerId ?? null,
    ownerName: owner?.fullName ?? null,
    birthDate: owner?.birthDate ?? null,
    sex: (owner?.sex ?? null) as EnterpriseRecord['sex'],
    nik: known?.nik ?? null,
    noKk: known?.noKk ?? null,
    phones: known?.phones ?? [],
  };
}

function placeParts(place: LinkagePlace | undefined) {
  return {
    village: place?.villageCode ?? null,
    rt: place?.rt ?? null,
    rw: place?.rw ?? null,
    address: place?.address ?? null,
  };
}

/** Opens what is sealed of these owners; one whose key was destroyed has no numbers any more. */
async function openNumbers(
  { trx, officeCode, vault }: Context,
  owners: readonly LinkageOwner[],
): Promise<Map<string, Numbers>> {
  const distinct = new Map(owners.map((owner) => [owner.ownerId, owner]));
  const opened = new Map<string, Numbers>();
  const phones = Map.groupBy(
    await listLinkagePhones(trx, officeCode, [...distinct.keys()]),
    ({ ownerId }) => ownerId,
  );
  let done = 0;
  for (const { ownerId, wrappedKey, nikCipher, noKkCipher } of distinct.values()) {
    const keys = new Map(wrappedKey ? [[ownerId, vault.openPersonKey(officeCode, ownerId, wrappedKey)]] : []);
    const open = (keeperId: string, field: string, cipher: Buffer | null) => {
      const key = keys.get(keeperId);
      return key && cipher ? vault.decrypt(key, field, cipher) : null;
    };
    const found: string[] = [];
    for (const { keeperId, phoneCipher, wrappedKey: keepersKey } of phones.get(ownerId) ?? []) {
      if (keepersKey && !keys.has(keeperId))
        keys.set(keeperId, vault.openPersonKey(officeCode, keeperId, keepersKey));
      const phone = open(keeperId, 'phone', phoneCipher);
      if (phone !== null && !found.includes(phone)) found.push(phone);
    }
    opened.set(ownerId, {
      nik: open(ownerId, 'nik', nikCipher),
      noKk: open(ownerId, 'no_kk', noKkCipher),
      phones: found,
    });
    done += 1;
    if (done % AT_ONCE === 0) await immediate();
  }
  return opened;
}
