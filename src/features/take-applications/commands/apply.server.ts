import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { isOwnEnterprise, standingWithinReach } from '../../register-enterprise/index.server.ts';
import { applyInput, applyManyInput } from '../input.ts';
import { applicationPermissions } from '../permissions.ts';
import { receiveMany } from './receive-many.server.ts';

/** One enterprise applies: by its owner, or by an officer on its behalf. See receiveMany for what is refused. */
export const apply = defineCommand({
  name: 'application.apply',
  permission: applicationPermissions['application.take'],
  input: applyInput,
  async run(context, { applicationId, intakeId, enterpriseId, via, ...said }) {
    const reached =
      via === 'owner'
        ? await isOwnEnterprise(context, enterpriseId)
        : await standingWithinReach(context, enterpriseId);
    if (!reached) return refused('not_found');
    const enterprises = [{ applicationId, enterpriseId }];
    const received = await receiveMany(context, { intakeId, via, enterprises, ...said });
    return received.ok ? done(received.value[0]!) : received;
  },
});

/** An officer brings in several enterprises at once. `added`: how many had not applied before. */
export const applyMany = defineCommand({
  name: 'application.apply_many',
  permission: applicationPermissions['application.take'],
  input: applyManyInput,
  async run(context, { intakeId, enterpriseIds, ...said }) {
    if (!isOfWholeOffice(context)) {
      for (const enterpriseId of enterpriseIds)
        if (!(await standingWithinReach(context, enterpriseId))) return refused('not_found');
    }
    const enterprises = enterpriseIds.map((enterpriseId) => ({ enterpriseId }));
    const received = await receiveMany(context, { intakeId, via: 'officer', enterprises, ...said });
    if (!received.ok) return received;
    const added = received.value.filter(({ isNew }) => isNew).length;
    return done({ received: received.value, added, before: received.value.length - added });
  },
});
