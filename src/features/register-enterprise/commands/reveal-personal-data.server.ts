import { done, refused } from '#kernel/refusal.ts';
import { formatPhone } from '#kernel/statutory/phone.ts';
import { defineCommand } from '#platform/command.server.ts';
import { revealInput } from '../input.ts';
import { findOwner, listOwnerMembers, listPhones } from '../owner-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { personKeyOf } from './owner-identifiers.server.ts';
import { isOwnerWithinReach } from './within-reach.server.ts';

export type RevealedOwner = {
  nik?: string | null;
  no_kk?: string | null;
  phones?: string[];
  email?: string | null;
  birth_date?: string | null;
  home_address?: string | null;
  disability?: string | null;
};

/**
 * Shows personal data in the clear, for a stated reason. A command and not a query: the line in the audit is
 * written in the same transaction, or nothing is shown (UU 27/2022 art. 32: a trail of processing).
 */
export const revealPersonalData = defineCommand({
  name: 'owner.reveal',
  permission: registerPermissions['enterprise.reveal'],
  input: revealInput,
  async run(context, { ownerId, fields, reason }) {
    const { trx, officeCode, vault } = context;
    const owner = await findOwner(trx, officeCode, ownerId);
    if (!owner || !(await isOwnerWithinReach(context, ownerId))) return refused('not_found');
    const key = await personKeyOf(context, owner.ownerId);
    const shown: RevealedOwner = {};
    if (fields.includes('nik'))
      shown.nik = owner.nikCipher ? vault.decrypt(key, 'nik', owner.nikCipher) : null;
    if (fields.includes('no_kk'))
      shown.no_kk = owner.noKkCipher ? vault.decrypt(key, 'no_kk', owner.noKkCipher) : null;
    if (fields.includes('email'))
      shown.email = owner.emailCipher ? vault.decrypt(key, 'email', owner.emailCipher) : null;
    if (fields.includes('birth_date')) shown.birth_date = owner.birthDate;
    if (fields.includes('disability')) shown.disability = owner.disability;
    if (fields.includes('home_address')) shown.home_address = owner.homeAddress;
    if (fields.includes('phones')) {
      const records = await listOwnerMembers(trx, officeCode, owner);
      shown.phones = [];
      for (const phone of await listPhones(trx, officeCode, records)) {
        const itsKey = await personKeyOf(context, phone.ownerId);
        shown.phones.push(formatPhone(vault.decrypt(itsKey, 'phone', phone.phoneCipher)));
      }
    }
    await context.audit({
      action: 'owner.revealed',
      subject: { kind: 'owner', id: ownerId },
      reason,
      details: { fields },
    });
    return done(shown);
  },
});
