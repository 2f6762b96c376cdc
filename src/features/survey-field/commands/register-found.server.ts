import type { CommandContext } from '#platform/command.server.ts';
import type { Form } from '#questionnaire/form.ts';
import {
  listRevisions,
  type NewEnterprise,
  type NewOwner,
  registerMany,
  type Sector,
  sectors,
} from '../../register-enterprise/index.server.ts';
import type { OpenedSubmission } from '../input.ts';
import { foundEnterprise } from '../rules/found-enterprise.ts';

export type FoundInField = {
  submission: OpenedSubmission;
  form: Form | undefined;
  /** Made on the phone. */
  enterpriseId: string;
  sourceListId: string | null;
  villageCode: string | null;
  foundBy: { id: string; name: string };
};

const noForm: Form = { id: '', version: 1, title: '', defaultLanguage: 'id', items: [], lists: {} };

/**
 * Puts workshops that stood on no list on the register, as listed: linkage meets them like any other arrival. One that
 * is there already, from an earlier visit, stays as it is.
 */
export async function registerFound(context: CommandContext, found: readonly FoundInField[]): Promise<void> {
  const ids = found.map(({ enterpriseId }) => enterpriseId);
  const known = await listRevisions(context.trx, context.officeCode, ids);
  const fresh = new Map<string, FoundInField>();
  for (const one of found) {
    if (!known.has(one.enterpriseId) && !fresh.has(one.enterpriseId)) fresh.set(one.enterpriseId, one);
  }
  for (const [, ofPerson] of Map.groupBy(fresh.values(), ({ foundBy }) => foundBy.id)) {
    const { foundBy } = ofPerson[0]!;
    const owners: NewOwner[] = [];
    const enterprises: NewEnterprise[] = [];
    for (const one of ofPerson) addFound(context, one, owners, enterprises);
    // In the history it is the person who found it, not the phone.
    const actor = { ...context.actor, kind: 'person' as const, ...foundBy };
    // In the history no list stands behind it: so linkage takes it for the arrival that it is.
    const origin = { via: 'phone', sourceKind: 'census', sourceListId: null } as const;
    await registerMany({ ...context, actor }, { owners, enterprises }, origin);
  }
}

function addFound(
  { newId }: CommandContext,
  { submission, form, enterpriseId, sourceListId, villageCode }: FoundInField,
  owners: NewOwner[],
  enterprises: NewEnterprise[],
): void {
  const read = foundEnterprise(form ?? noForm, submission);
  const ownerId = read.ownerName === null ? null : newId();
  if (ownerId !== null && read.ownerName !== null)
    owners.push({
      ownerId,
      fullName: read.ownerName,
      sex: read.sex,
      nik: read.nik,
      nikAnswer: read.nikAnswer,
      phones: read.phone === null ? [] : [{ number: read.phone, whose: read.whosePhone }],
    });
  enterprises.push({
    enterpriseId,
    ownerId,
    name: read.name,
    activity: read.activity,
    sector: isSector(read.sector) ? read.sector : 'other',
    nib: read.nib,
    nibAnswer: read.nibAnswer,
    place: {
      villageCode,
      rt: read.rt,
      rw: read.rw,
      address: read.address,
      latitude: read.latitude,
      longitude: read.longitude,
    },
    ...(sourceListId === null ? {} : { source: { sourceListId, row: null, key: null } }),
  });
}

const isSector = (text: string | null): text is Sector => sectors.includes(text as Sector);
