import { answerName } from '#ui/answer-form.ts';
import type { EnterpriseProfile } from '../queries/enterprise-profile.server.ts';
import type { MaskedOwner } from '../queries/masked-owner.server.ts';

/** The edit form of an enterprise, filled from its record. */
export function enterpriseValues({ enterprise, premises }: EnterpriseProfile): Record<string, string> {
  const { kbliVersion, kbliCode } = enterprise;
  const kbli = kbliCode === null ? '' : kbliVersion === '2025' ? kbliCode : `${kbliVersion}:${kbliCode}`;
  return {
    'enterprise.name': enterprise.name,
    'enterprise.brand': enterprise.brand ?? '',
    'enterprise.activity': enterprise.activity ?? '',
    'enterprise.sector': enterprise.sector,
    'enterprise.kbli': kbli,
    'enterprise.legalForm': enterprise.legalForm ?? '',
    'enterprise.nib.value': enterprise.nib ?? '',
    [answerName('enterprise.nib.value')]: enterprise.nibAnswer,
    'enterprise.reportedScale': enterprise.reportedScale ?? '',
    'enterprise.startedOn': enterprise.startedOn ?? '',
    'enterprise.operation': enterprise.operation,
    'premises.villageCode': premises?.villageCode ?? '',
    'premises.rt': premises?.rt ?? '',
    'premises.rw': premises?.rw ?? '',
    'premises.hamlet': premises?.hamlet ?? '',
    'premises.address': premises?.address ?? '',
  };
}

/** The edit form of an owner: only what is shown openly. */
export function ownerValues(owner: MaskedOwner): Record<string, string> {
  return {
    'owner.fullName': owner.fullName,
    'owner.sex': owner.sex ?? '',
    'owner.deceased': owner.deceased ? 'true' : '',
  };
}
