import type { z } from 'zod';
import type { EnterpriseColumns, PremisesColumns } from '../enterprise-store.server.ts';
import type { enterpriseShape, premisesShape } from '../input.ts';
import { sectorOfKbli } from '../rules/sectors.ts';

/** An enterprise as typed, as columns; without a stated sector the KBLI code suggests one. */
export function enterpriseColumns(
  enterprise: z.output<typeof enterpriseShape>,
): Omit<EnterpriseColumns, 'ownerId' | 'computedScale' | 'standing' | 'verifiedOn'> {
  return {
    name: enterprise.name,
    brand: enterprise.brand ?? null,
    activity: enterprise.activity ?? null,
    sector: enterprise.sector ?? sectorOfKbli(enterprise.kbli ?? null),
    kbliVersion: enterprise.kbli?.version ?? null,
    kbliCode: enterprise.kbli?.code ?? null,
    legalForm: enterprise.legalForm ?? null,
    nibAnswer: enterprise.nib.answer,
    nib: enterprise.nib.value ?? null,
    reportedScale: enterprise.reportedScale ?? null,
    operation: enterprise.operation ?? 'unknown',
    startedOn: enterprise.startedOn ?? null,
  };
}

export function premisesColumns(premises: z.output<typeof premisesShape>): PremisesColumns {
  const located = premises.latitude !== undefined && premises.longitude !== undefined;
  return {
    villageCode: premises.villageCode ?? null,
    rt: premises.rt ?? null,
    rw: premises.rw ?? null,
    hamlet: premises.hamlet ?? null,
    address: premises.address ?? null,
    latitude: located ? premises.latitude! : null,
    longitude: located ? premises.longitude! : null,
    accuracyM: null,
  };
}
