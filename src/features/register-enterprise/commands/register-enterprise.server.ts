import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { compareNik, type NikWarning } from '#kernel/statutory/nik-warning.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import {
  insertChange,
  insertEnterprise,
  insertProducts,
  saveMainPremises,
} from '../enterprise-store.server.ts';
import { registerInput } from '../input.ts';
import { findOwner, insertOwner, listOwnersByNik } from '../owner-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { fieldChanges } from '../rules/field-changes.ts';
import { isWithin, withinOf } from '../rules/scope.ts';
import { enterpriseColumns, premisesColumns } from './enterprise-columns.server.ts';
import {
  emailColumns,
  nikColumns,
  nikInHistory,
  noKkColumns,
  personKeyOf,
  plainOwnerColumns,
  savePhone,
} from './owner-identifiers.server.ts';
import { isOwnerWithinReach } from './within-reach.server.ts';

type Input = (typeof registerInput)['_output'];

/** Makes the owner, or answers who already has this NIK. */
async function registerOwner(
  context: CommandContext,
  input: Input,
): Promise<{ ownerId: string } | { taken: string }> {
  const { trx, officeCode, vault, now, newId } = context;
  const owner = input.owner!;
  if (owner.nik.value !== undefined && !input.sameNikIsSomeoneElse) {
    const [known] = await listOwnersByNik(trx, officeCode, vault.blindIndex('nik', owner.nik.value));
    if (known) return { taken: known.ownerId };
  }
  const ownerId = newId();
  const key = await personKeyOf(context, ownerId);
  await insertOwner(
    trx,
    officeCode,
    ownerId,
    {
      ...plainOwnerColumns(owner),
      ...nikColumns(vault, key, owner.nik),
      ...noKkColumns(vault, key, owner.noKk),
      ...emailColumns(vault, key, owner.email),
    },
    now,
  );
  for (const phone of owner.phones) await savePhone(context, key, phone);
  return { ownerId };
}

/**
 * Puts an enterprise on the register, with a new owner or one already on record. A NIK that someone on record has
 * is answered with `duplicate` and that owner's id; the officer then takes that owner, or says that it is someone
 * else (households share papers).
 */
export const registerEnterprise = defineCommand({
  name: 'enterprise.register',
  permission: registerPermissions['enterprise.register'],
  input: registerInput,
  async run(context, input) {
    const { trx, officeCode, scopes, now, newId, actor } = context;
    const { enterprise, premises, products, owner } = input;
    if (!isWithin(withinOf(scopes), premises.villageCode ?? null, [])) return refused('forbidden');
    let ownerId = input.ownerId;
    if (ownerId) {
      if (!(await findOwner(trx, officeCode, ownerId)) || !(await isOwnerWithinReach(context, ownerId)))
        return refused('not_found');
    } else {
      const registered = await registerOwner(context, input);
      if ('taken' in registered) return refused('duplicate', { details: { ownerId: registered.taken } });
      ownerId = registered.ownerId;
    }
    const enterpriseId = newId();
    const columns = enterpriseColumns(enterprise);
    await insertEnterprise(
      trx,
      officeCode,
      enterpriseId,
      { ...columns, ownerId, computedScale: null, standing: 'listed', verifiedOn: null },
      now,
    );
    const place = premisesColumns(premises);
    await saveMainPremises(trx, officeCode, enterpriseId, newId(), place);
    await insertProducts(
      trx,
      products.map((product) => ({
        officeCode,
        productId: newId(),
        enterpriseId,
        name: product.name,
        unit: product.unit ?? null,
        price: product.price ?? null,
        monthlyCapacity: product.monthlyCapacity ?? null,
        createdAt: now,
        endedOn: null,
      })),
    );
    const person = owner ? { owner: owner.fullName, nik: nikInHistory(owner.nik) } : {};
    await insertChange(trx, officeCode, {
      changeId: newId(),
      enterpriseId,
      ownerId,
      changedAt: now,
      changedBy: actor.name,
      via: actor.kind === 'token' ? 'api' : 'form',
      kind: 'created',
      changes: fieldChanges(
        {},
        { name: enterprise.name, sector: columns.sector, village: place.villageCode, ...person },
      ),
    });
    await context.audit({
      action: 'enterprise.registered',
      subject: { kind: 'enterprise', id: enterpriseId },
    });
    const warnings: NikWarning[] = owner?.nik.value
      ? compareNik(
          owner.nik.value,
          { birthDate: owner.birthDate ?? null, sex: owner.sex ?? null, area: officeCode },
          plainDateInWib(now.getTime()),
        )
      : [];
    return done({ enterpriseId, ownerId, warnings });
  },
});
