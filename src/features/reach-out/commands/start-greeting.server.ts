import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { outreachFacts } from '../input.ts';
import { reachPermissions } from '../permissions.ts';
import { notGreetedIds } from '../queries/not-greeted.server.ts';
import { planOf } from '../queries/reach-plan.server.ts';
import { spans } from '../rules/not-greeted.ts';
import { createOutreach } from './create-outreach.server.ts';

const text = z.string().max(60);
const rupiah = z.number().int().min(0);

/**
 * A list of those whom a filter names: whoever was never reached, or of a kelurahan, or whom a budget reaches. Refuses:
 * invalid_input (enterpriseIds blank: nobody).
 */
export const startGreeting = defineCommand({
  name: 'outreach.start_greeting',
  permission: reachPermissions['reach.plan'],
  input: outreachFacts.extend({
    formId: idShape,
    asked: z.object({ span: z.enum(spans), villageCode: text, sector: text, sex: text, disability: text }),
    plan: z
      .object({ budget: rupiah, costs: z.object({ chat: rupiah, letter: rupiah, visit: rupiah }) })
      .nullable(),
  }),
  async run(context, { formId, asked, plan, ...facts }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const enterpriseIds =
      plan === null
        ? await notGreetedIds(context, asked)
        : (await planOf(context, asked, plan)).plan.chosen.flatMap((one) => one.enterpriseIds);
    return createOutreach(context, {
      ...facts,
      enterpriseIds,
      origin: { kind: plan === null ? 'not_greeted' : 'plan', id: formId },
    });
  },
});
