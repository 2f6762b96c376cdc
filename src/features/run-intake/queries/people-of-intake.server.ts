import type { Trx } from '#platform/db/connect.server.ts';
import { canonicalIds, listWithOwners } from '../../register-enterprise/index.server.ts';
import { holdsSeat, listParticipants } from '../../select-participants/index.server.ts';

export type Person = {
  participantId: string;
  applicationId: string | null;
  /** The record that stands for the enterprise now. */
  enterpriseId: string;
  /** Who comes: named for it, else the owner. */
  name: string;
  enterprise: string;
  village: string | null;
  isSeated: boolean;
};

/** Everybody who was ever offered a seat of this intake, by name; those without one any more at the end. */
export async function peopleOfIntake(trx: Trx, office: string, intakeId: string): Promise<Person[]> {
  const rows = await listParticipants(trx, office, intakeId);
  const standing = await canonicalIds(
    trx,
    office,
    rows.map(({ enterpriseId }) => enterpriseId),
  );
  const found = await listWithOwners(trx, office, { enterpriseIds: [...new Set(standing.values())] });
  const known = new Map(found.map((one) => [one.enterpriseId, one]));
  const people = rows.map((row) => {
    const enterpriseId = standing.get(row.enterpriseId) ?? row.enterpriseId;
    const enterprise = known.get(enterpriseId);
    return {
      participantId: row.participantId,
      applicationId: row.applicationId,
      enterpriseId,
      name: row.attendsAs ?? enterprise?.ownerName ?? enterprise?.name ?? '',
      enterprise: enterprise?.name ?? '',
      village: enterprise?.villageName ?? null,
      isSeated: holdsSeat(row),
    };
  });
  return people.sort(
    (one, other) => Number(other.isSeated) - Number(one.isSeated) || one.name.localeCompare(other.name, 'id'),
  );
}
