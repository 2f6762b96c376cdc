import { maskEmail } from '#kernel/email.ts';
import { done, refused } from '#kernel/refusal.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { maskNoKk } from '#kernel/statutory/no-kk.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import { defineCommand } from '#platform/command.server.ts';
import { deleteOwnerRoles } from '../../sign-in/index.server.ts';
import { editOwnerInput } from '../input.ts';
import { deletePhones, findOwnerForUpdate, listOwnerMembers, listPhones } from '../owner-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { type FieldChange, fieldChanges, hidePersonal } from '../rules/field-changes.ts';
import { ownerUnits } from '../rules/merge-units.ts';
import { unitsWith } from '../rules/merged-values.ts';
import {
  emailColumns,
  nikColumns,
  nikInHistory,
  noKkColumns,
  personKeyOf,
  plainOwnerColumns,
  savePhone,
} from './owner-identifiers.server.ts';
import { writeOwner } from './shown-owner.server.ts';
import { isOwnerWithinReach, recordChange } from './within-reach.server.ts';

/** Edits an owner. NIK, No. KK, e-mail and phones stay as they are unless given anew; the history shows them masked. */
export const editOwner = defineCommand({
  name: 'owner.edit',
  permission: registerPermissions['enterprise.edit'],
  input: editOwnerInput,
  async run(context, { ownerId, revision, owner }) {
    const { trx, officeCode, vault } = context;
    const before = await findOwnerForUpdate(trx, officeCode, ownerId);
    if (!before || !(await isOwnerWithinReach(context, ownerId))) return refused('not_found');
    if (before.revision !== revision) return refused('conflict_stale');
    const key = await personKeyOf(context, before.ownerId);
    const records = await listOwnerMembers(trx, officeCode, before);
    // The form shows neither birth date, home address nor disability: left blank they stay, and are erased only when told.
    const keep = (field: 'birthDate' | 'homeAddress' | 'disability') =>
      owner.erase.includes(field) ? null : before[field];
    const columns = {
      ...plainOwnerColumns(owner),
      birthDate: owner.birthDate ?? keep('birthDate'),
      disability: owner.disability ?? keep('disability'),
      homeAddress: owner.homeAddress ?? keep('homeAddress'),
    };
    const changes: FieldChange[] = hidePersonal(fieldChanges(before, columns));
    if (owner.nik) {
      const nikBefore = before.nikCipher
        ? maskNik(vault.decrypt(key, 'nik', before.nikCipher))
        : before.nikAnswer;
      const same =
        owner.nik.value !== undefined && before.nikIndex?.equals(vault.blindIndex('nik', owner.nik.value));
      // Two different NIKs may look alike when masked: the history says so even then.
      const after = nikInHistory(owner.nik);
      if (!same && (owner.nik.value !== undefined || before.nikAnswer !== owner.nik.answer)) {
        changes.push({ field: 'nik', before: nikBefore, after });
      }
    }
    if (owner.noKk)
      changes.push({
        field: 'noKk',
        before: before.noKkCipher ? maskNoKk(vault.decrypt(key, 'no_kk', before.noKkCipher)) : null,
        after: maskNoKk(owner.noKk),
      });
    const email = owner.email ?? (owner.erase.includes('email') ? null : undefined);
    const isOtherEmail =
      email !== undefined &&
      (email === null
        ? before.emailCipher !== null
        : !before.emailCipher || vault.decrypt(key, 'email', before.emailCipher) !== email);
    if (isOtherEmail)
      changes.push({ field: 'email', before: before.emailHint, after: email && maskEmail(email) });
    const phones = await listPhones(trx, officeCode, records);
    for (const phone of phones.filter((one) => owner.removePhoneIds.includes(one.phoneId))) {
      changes.push({ field: 'phone', before: phone.phoneHint, after: null });
    }
    if (owner.addPhone)
      changes.push({ field: 'phone', before: null, after: maskPhone(owner.addPhone.number) });
    if (changes.length === 0) return done({ ownerId, changed: 0 });
    await deletePhones(trx, officeCode, records, owner.removePhoneIds);
    // Whoever signed in with a number that is gone sees this record no more; the others are let in anew at sign-in.
    if (owner.removePhoneIds.length > 0)
      for (const record of records) await deleteOwnerRoles(trx, officeCode, { ownerId: record });
    // Kept with the record that was written to, and sealed under its key.
    const ownKey = await personKeyOf(context, ownerId);
    if (owner.addPhone) await savePhone(context, ownKey, owner.addPhone);
    const fields = changes.map(({ field }) => field);
    await writeOwner(context, {
      root: before,
      addressedTo: ownerId,
      columns: {
        ...unitsWith(fields, columns, ownerUnits),
        ...(owner.nik && fields.includes('nik') ? nikColumns(vault, ownKey, owner.nik) : {}),
        ...(owner.noKk ? noKkColumns(vault, ownKey, owner.noKk) : {}),
        ...(isOtherEmail ? emailColumns(vault, ownKey, email) : {}),
      },
    });
    await recordChange(context, { enterpriseId: null, ownerId, kind: 'edited', changes });
    await context.audit({
      action: 'owner.edited',
      subject: { kind: 'owner', id: ownerId },
      details: { fields: changes.map((change) => change.field) },
    });
    return done({ ownerId, changed: changes.length });
  },
});
