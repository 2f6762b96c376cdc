import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Form } from '#questionnaire/form.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { createSourceList } from '../register-enterprise/index.server.ts';
import { aStaffMember, type Staff } from '../sign-in/factory.ts';
import { registerPhone } from './commands/register-phone.server.ts';
import {
  type Envelope,
  type PhoneRegistered,
  type SubmissionContent,
  sealInfo,
  wireVersion,
} from './rules/wire.ts';

const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
const utf8 = new TextEncoder();

/** Seals as a phone does. */
export async function sealAs(
  officeKey: { publicKey: string },
  id: string,
  plain: Uint8Array,
): Promise<Buffer> {
  const recipient = await suite.DeserializePublicKey(
    new Uint8Array(Buffer.from(officeKey.publicKey, 'base64url')),
  );
  const options = { info: utf8.encode(sealInfo), aad: utf8.encode(id) };
  const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, plain, options);
  return Buffer.concat([encapsulatedSecret, ciphertext]);
}

export const fieldForm: Form = {
  id: 'uji',
  version: 1,
  title: 'Uji',
  defaultLanguage: 'id',
  lists: {},
  items: [
    { kind: 'text', name: 'business_name', preload: 'business_name' },
    { kind: 'text', name: 'owner_name', preload: 'owner_name' },
    { kind: 'nik', name: 'nik' },
    { kind: 'phone', name: 'phone', preload: 'phone' },
    { kind: 'text', name: 'product', preload: 'main_product' },
    { kind: 'select_one', name: 'sector' },
    { kind: 'text', name: 'rt' },
    { kind: 'text', name: 'rw' },
    { kind: 'photo', name: 'front' },
  ],
};

export type Round = { officeCode: string; roundId: string; sourceListId: string; villageCode: string };

/** A round that runs, with its questionnaire and the list on which finds stand. */
export async function aRunningRound(
  services: Services,
  officeCode: string,
  more: { name?: string; villageCode?: string; form?: Form } = {},
): Promise<Round> {
  const villageCode = more.villageCode ?? (officeCode === '33.75' ? '33.75.04.1004' : '33.25.01.2001');
  return inOneTransaction(services, systemActor(officeCode, 'Uji'), async (context) => {
    const { trx, now } = context;
    const { form = fieldForm } = more;
    const { id: formId, version } = form;
    await trx
      .insertInto('questionnaires')
      .values({
        officeCode,
        formId,
        version,
        title: 'Uji',
        form: JSON.stringify(form),
        origin: 'built_in',
        createdAt: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const sourceListId = await createSourceList(context, {
      name: `Temuan ${newId()}`,
      kind: 'office',
      asOf: '2026-05-01',
      legalBasis: null,
    });
    const roundId = newId();
    await trx
      .insertInto('censusRounds')
      .values({
        officeCode,
        roundId,
        name: more.name ?? 'Pendataan Uji',
        purpose: 'Uji coba',
        startsOn: '2026-05-01',
        endsOn: '2026-06-30',
        status: 'running',
        formId,
        formVersion: version,
        sampleSeed: 1,
        sourceListId,
        createdAt: now,
      })
      .execute();
    await trx.insertInto('censusRoundVillages').values({ officeCode, roundId, villageCode }).execute();
    return { officeCode, roundId, sourceListId, villageCode };
  });
}

/** An enumerator of the round, with an account. */
export async function anEnumerator(services: Services, round: Round, name = 'Ani'): Promise<Staff> {
  const { officeCode, roundId } = round;
  const scope = { kind: 'office', code: officeCode } as const;
  const staff = await aStaffMember(services, officeCode, { name, grants: [{ role: 'enumerator', scope }] });
  await withOffice(services.db, officeCode, (trx) =>
    trx
      .insertInto('censusMembers')
      .values({ officeCode, roundId, userId: staff.userId, duty: 'enumerator', joinedOn: '2026-05-01' })
      .execute(),
  );
  return staff;
}

export type FieldPhone = Omit<PhoneRegistered, 'officeName'>;

export async function aPhone(
  services: Services,
  officeCode: string,
  { userId }: { userId: string },
  more: { phoneId?: string; label?: string } = {},
): Promise<FieldPhone> {
  const actor = {
    kind: 'person' as const,
    id: userId,
    name: 'Ani',
    officeCode,
    grants: [{ role: 'enumerator' as const, scope: { kind: 'office' as const, code: officeCode } }],
  };
  const outcome = await execute(services, actor, registerPhone, {
    phoneId: more.phoneId ?? newId(),
    label: more.label ?? 'Samsung A06',
    appVersion: '1.0.0',
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** A listed enterprise, handed to this person (or to nobody). */
export async function aRow(
  services: Services,
  round: Round,
  userId: string | null,
  given: Parameters<typeof anEnterprise>[2] = {},
): Promise<{ rowId: string; enterpriseId: string }> {
  const { officeCode, roundId, sourceListId, villageCode } = round;
  const { enterpriseId } = await anEnterprise(services, systemActor(officeCode, 'Uji'), {
    village: villageCode,
    ...given,
  });
  const rowId = newId();
  await withOffice(services.db, officeCode, (trx) =>
    trx
      .insertInto('censusRows')
      .values({
        officeCode,
        rowId,
        roundId,
        enterpriseId,
        sourceListId,
        villageCode,
        rw: '3',
        rt: '2',
        place: 1,
        status: userId === null ? 'open' : 'assigned',
        assignedTo: userId,
        assignedAt: userId === null ? null : services.clock(),
      })
      .execute(),
  );
  return { rowId, enterpriseId };
}

export function aSubmission(
  round: Pick<Round, 'roundId'>,
  { user }: Pick<FieldPhone, 'user'>,
  more: Partial<SubmissionContent> = {},
): SubmissionContent {
  return {
    id: newId(),
    roundId: round.roundId,
    rowId: null,
    userId: user.id,
    formId: fieldForm.id,
    formVersion: fieldForm.version,
    appVersion: '1.0.0',
    isFinished: true,
    verdict: 'produces',
    startedAt: '2026-05-06T02:00:00Z',
    finishedAt: '2026-05-06T02:05:00Z',
    activeS: 240,
    clockOffS: 0,
    answers: { business_name: 'Batik Uji' },
    photos: [],
    ...more,
  };
}

/** A submission in its envelope, as this phone would seal it. */
export async function anEnvelope(
  phone: FieldPhone,
  submission: SubmissionContent,
  more: Partial<{ phoneId: string; deliveryToken: string; v: number }> = {},
): Promise<Envelope> {
  const content = {
    v: wireVersion,
    phoneId: phone.phoneId,
    deliveryToken: phone.deliveryToken,
    submission,
    ...more,
  };
  const sealed = await sealAs(phone.officeKey, submission.id, utf8.encode(JSON.stringify(content)));
  return { id: submission.id, keyId: phone.officeKey.keyId, sealed: sealed.toString('base64url') };
}
