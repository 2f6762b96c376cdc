import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { coveragePage } from '../queries/coverage-page.server.ts';

/** What leaves as a file is written down. */
export const exportCoverage = defineCommand({
  name: 'review.export_coverage',
  permission: reviewPermissions['review.export'],
  input: z.object({ roundId: z.string(), as: z.enum(['xlsx', 'pdf']) }),
  async run(context, { roundId, as }) {
    const view = await coveragePage(context, roundId);
    if (!view) return refused('not_found');
    await context.audit({
      action: 'review.coverage_exported',
      subject: { kind: 'census_round', id: roundId },
      details: { as },
    });
    return done(view);
  },
});
