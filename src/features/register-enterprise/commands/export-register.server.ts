import { z } from 'zod';
import { may } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { requiredText } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { registerPermissions } from '../permissions.ts';
import { searchRegister } from '../queries/register-search.server.ts';
import { facetNames } from '../rules/register-index.ts';

const input = z.object({
  text: z.string().max(200),
  filter: z.partialRecord(z.enum(facetNames), z.array(z.string())),
  /** Given: identifiers in the clear, for this reason. */
  reason: requiredText(500).pipe(z.string().min(5)).optional(),
});

const EVERYTHING = 10_000_000;

/**
 * Decides which enterprises go into a sheet, and writes the audit line before the first of them leaves: how many,
 * by which words and chips, and for what reason when identifiers are in the clear.
 */
export const exportRegister = defineCommand({
  name: 'enterprise.export',
  permission: registerPermissions['enterprise.export'],
  input,
  async run(context, { text, filter, reason }) {
    if (reason !== undefined && !may(context.actor, registerPermissions['enterprise.reveal']))
      return refused('forbidden');
    const { enterpriseIds, enterprises } = await searchRegister(context, {
      text,
      filter,
      offset: 0,
      limit: EVERYTHING,
    });
    // Similar ones are a help for the eye; a sheet holds what was asked for.
    const asWritten = enterpriseIds.slice(0, enterprises);
    await context.audit({
      action: reason === undefined ? 'register.exported' : 'register.exported_unmasked',
      reason,
      details: { enterprises: asWritten.length, filter, hasText: text.trim() !== '' },
    });
    return done({ enterpriseIds: asWritten });
  },
});
