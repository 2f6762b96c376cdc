import type { EnterpriseRecord } from '#likeness/enterprise-record.ts';
import type { StagedRecord } from './staged-record.ts';

type Ids = { readonly enterpriseId: string; readonly ownerId: string | null };

/**
 * A row as linkage compares it with the register. A name made of activity and owner, and a guessed code, say nothing
 * that is not compared already.
 */
export function recordForLinkage(
  { owner, enterprise, place }: StagedRecord,
  { enterpriseId, ownerId }: Ids,
): EnterpriseRecord & { readonly kbliVersion: string | null } {
  const kbli =
    enterprise.kbli !== null && !enterprise.kbli.isGuessed && /^\d+$/.test(enterprise.kbli.code)
      ? enterprise.kbli
      : null;
  return {
    id: enterpriseId,
    ownerId,
    ownerName: owner.fullName,
    nik: owner.nik,
    noKk: owner.noKk,
    nib: enterprise.nib,
    phones: owner.phones,
    birthDate: owner.birthDate,
    sex: owner.sex,
    village: place.villageCode,
    rt: place.rt,
    rw: place.rw,
    address: place.address,
    businessName: enterprise.isNameMade ? null : enterprise.name,
    activity: enterprise.activity ?? enterprise.products[0] ?? null,
    kbli: kbli?.code ?? null,
    kbliVersion: kbli?.version ?? null,
  };
}
