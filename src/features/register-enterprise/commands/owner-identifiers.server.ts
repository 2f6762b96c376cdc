import type { z } from 'zod';
import { maskEmail, sameEmail } from '#kernel/email.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import type { CommandContext } from '#platform/command.server.ts';
import type { PersonKey } from '#platform/vault/vault.server.ts';
import type { ownerShape } from '../input.ts';
import { findPersonKey, insertPersonKey, insertPhone, type OwnerColumns } from '../owner-store.server.ts';

type Owner = z.output<typeof ownerShape>;

/** The person's key, made when there is none yet. */
export async function personKeyOf(
  { trx, officeCode, vault }: CommandContext,
  ownerId: string,
): Promise<PersonKey> {
  const wrapped = await findPersonKey(trx, officeCode, ownerId);
  if (wrapped) return vault.openPersonKey(officeCode, ownerId, wrapped);
  const made = vault.makePersonKey(officeCode, ownerId);
  await insertPersonKey(trx, officeCode, ownerId, made.wrapped);
  return made.personKey;
}

type Nik = Owner['nik'];

/** NIK as it is stored: ciphertext, blind index, last four digits; or only why there is none. */
export function nikColumns(vault: CommandContext['vault'], key: PersonKey, nik: Nik) {
  if (nik.value === undefined)
    return { nikAnswer: nik.answer, nikCipher: null, nikIndex: null, nikLast4: null };
  return {
    nikAnswer: 'known',
    nikCipher: vault.encrypt(key, 'nik', nik.value),
    nikIndex: vault.blindIndex('nik', nik.value),
    nikLast4: nik.value.slice(-4),
  };
}

export function noKkColumns(vault: CommandContext['vault'], key: PersonKey, noKk: string | undefined) {
  if (noKk === undefined) return { noKkCipher: null, noKkIndex: null };
  return { noKkCipher: vault.encrypt(key, 'no_kk', noKk), noKkIndex: vault.blindIndex('no_kk', noKk) };
}

/** An e-mail address as it is stored: ciphertext, blind index, mask. */
export function emailColumns(
  vault: CommandContext['vault'],
  key: PersonKey,
  email: string | null | undefined,
): Pick<OwnerColumns, 'emailCipher' | 'emailIndex' | 'emailHint'> {
  if (!email) return { emailCipher: null, emailIndex: null, emailHint: null };
  return {
    emailCipher: vault.encrypt(key, 'email', email),
    emailIndex: vault.blindIndex('email', sameEmail(email)),
    emailHint: maskEmail(email),
  };
}

/** The columns that hold no identifier. */
export function plainOwnerColumns(owner: Omit<Owner, 'nik' | 'noKk' | 'email' | 'phones'>) {
  return {
    fullName: owner.fullName,
    sex: owner.sex ?? null,
    birthDate: owner.birthDate ?? null,
    disability: owner.disability ?? null,
    homeAddress: owner.homeAddress ?? null,
    deceased: owner.deceased,
  } satisfies Partial<OwnerColumns>;
}

export async function savePhone(
  context: CommandContext,
  key: PersonKey,
  phone: Owner['phones'][number],
): Promise<void> {
  await insertPhone(context.trx, {
    officeCode: context.officeCode,
    phoneId: context.newId(),
    ownerId: key.personId,
    whose: phone.whose,
    phoneCipher: context.vault.encrypt(key, 'phone', phone.number),
    phoneIndex: context.vault.blindIndex('phone', phone.number),
    phoneHint: maskPhone(phone.number),
    createdAt: context.now,
  });
}

/** How an identifier is written in the history: masked, or the answer why there is none. */
export function nikInHistory(nik: Nik): string {
  return nik.value === undefined ? nik.answer : maskNik(nik.value);
}
