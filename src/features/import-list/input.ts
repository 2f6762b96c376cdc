import { z } from 'zod';
import { dayShape, idShape } from '#kernel/shape.ts';
import { kbliVersions } from '#kernel/statutory/kbli.ts';
import { importKinds } from './rules/import-kinds.ts';
import { listFields } from './rules/list-fields.ts';

/** What a person says of a list when bringing it in. */
export const listFactsShape = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(importKinds),
  asOf: dayShape,
  legalBasis: z.string().trim().max(300).optional(),
});

export const columnShape = z.object({
  field: z.enum(listFields).nullable(),
  unit: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(1_000), z.literal(1_000_000), z.literal(1_000_000_000)]))
    .default(1),
  period: z.enum(['day', 'week', 'month', 'year']).nullable().default(null),
  year: z.coerce.number().int().min(1990).max(2100).nullable().default(null),
});

export const confirmMappingInput = z.object({
  importId: idShape,
  list: z.coerce.number().int().min(0).default(0),
  columns: z.array(columnShape).min(1).max(300),
  kbliVersion: z.enum(kbliVersions),
  figureYear: z.coerce.number().int().min(1990).max(2100),
  previousImportId: idShape.nullable().default(null),
});

export const importIdInput = z.object({ importId: idShape });
