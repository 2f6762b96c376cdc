import { z } from 'zod';
import { isOfWholeOffice, may } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { countNotVisited } from '../../register-enterprise/index.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { notVisitedFilter } from '../queries/not-visited-page.server.ts';
import { countGroups, spans } from '../rules/not-visited.ts';

const text = z.string().max(60);

/** Who leaves with a list of names leaves a line: by what it was narrowed, disability above all. */
export const exportNotVisited = defineCommand({
  name: 'review.export_not_visited',
  permission: reviewPermissions['review.export'],
  input: z.object({
    span: z.enum(spans),
    villageCode: text,
    sector: text,
    sex: text,
    disability: text,
    after: z.null(),
  }),
  async run(context, asked) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    // Who has a disability is for those only who may see personal answers.
    if (asked.disability !== '' && !may(context.actor, reviewPermissions['review.reveal']))
      return refused('forbidden');
    const filter = await notVisitedFilter(context, asked);
    const { after: _after, ...narrowed } = asked;
    const groups = await countNotVisited(context.trx, context.officeCode, filter);
    await context.audit({
      action: 'review.not_visited_exported',
      details: { ...narrowed, enterprises: countGroups(groups, asked).count },
    });
    return done({ filter });
  },
});
