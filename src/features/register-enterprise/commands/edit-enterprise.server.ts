import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findMainPremises, saveMainPremises, updateEnterprise } from '../enterprise-store.server.ts';
import { editEnterpriseInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { fieldChanges } from '../rules/field-changes.ts';
import { enterpriseUnits } from '../rules/merge-units.ts';
import { unitsWith } from '../rules/merged-values.ts';
import { isWithin, withinOf } from '../rules/scope.ts';
import { enterpriseColumns, premisesColumns } from './enterprise-columns.server.ts';
import { writeToUnion } from './shown-enterprise.server.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

/** Edits an enterprise and its main premises. Someone else's edit in between is answered with `conflict_stale`. */
export const editEnterprise = defineCommand({
  name: 'enterprise.edit',
  permission: registerPermissions['enterprise.edit'],
  input: editEnterpriseInput,
  async run(context, { enterpriseId, revision, enterprise, premises }) {
    const { trx, officeCode, now, newId, scopes } = context;
    const before = await enterpriseWithinReach(context, enterpriseId);
    if (!before) return refused('not_found');
    if (before.revision !== revision) return refused('conflict_stale');
    const placeBefore = await findMainPremises(trx, officeCode, before.enterpriseId);
    // A verdict that the form does not offer (not found, duplicate …) is no answer of it, and stays.
    const columns = { ...enterpriseColumns(enterprise), operation: enterprise.operation ?? before.operation };
    const place = premisesColumns(premises);
    // Nobody moves an enterprise out of their own area: it would vanish from their sight.
    if (
      place.villageCode !== (placeBefore?.villageCode ?? null) &&
      !isWithin(withinOf(scopes), place.villageCode, [])
    ) {
      return refused('forbidden');
    }
    // A form without the map does not know the position; it must not erase it.
    const keepsPosition = place.latitude === null && placeBefore?.latitude != null;
    const newPlace = keepsPosition
      ? {
          ...place,
          latitude: placeBefore.latitude,
          longitude: placeBefore.longitude,
          accuracyM: placeBefore.accuracyM,
        }
      : place;
    const changes = [...fieldChanges(before, columns), ...fieldChanges(placeBefore ?? {}, newPlace)];
    if (changes.length === 0) return done({ enterpriseId, changed: 0 });
    if (before.own === null) {
      await saveMainPremises(trx, officeCode, enterpriseId, newId(), newPlace);
      await updateEnterprise(trx, officeCode, enterpriseId, columns, now);
    } else {
      const fields = changes.map(({ field }) => field);
      const said = unitsWith(fields, { ...columns, ...newPlace }, enterpriseUnits);
      await writeToUnion(context, { root: before, addressedTo: enterpriseId, columns: said });
    }
    await recordChange(context, { enterpriseId, ownerId: before.ownerId, kind: 'edited', changes });
    await context.audit({
      action: 'enterprise.edited',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { fields: changes.map((change) => change.field) },
    });
    return done({ enterpriseId, changed: changes.length });
  },
});
