import { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { isAreaCode } from '#kernel/statutory/area-code.ts';
import { ownerShape, productShape } from '../input.ts';

export const id = z.string().meta({ format: 'uuid' });
export const givenId = z.string().refine(isId, 'id_format');
export const givenArea = z.string().refine(isAreaCode, 'area_format');

// The command's shapes read what was typed; over JSON the same fields may be numbers and booleans.
export const rupiah = z
  .union([z.int().min(0), z.string()])
  .meta({ description: 'Rupiah (or people), 1500000 or "1,5 jt"' });
export const flag = z.boolean().optional();
export const ownerBody = ownerShape.extend({ deceased: flag });
export const productBody = productShape.extend({ price: rupiah.optional() });

/** The body of a patch: every field may be left out, and null takes it away. */
export function patchOf({ shape }: z.ZodObject): z.ZodObject {
  const fields = Object.entries(shape).map(([name, field]): [string, z.ZodType] => {
    const plain = (field instanceof z.ZodDefault ? field.unwrap() : field) as z.ZodType;
    return [name, plain.nullish()];
  });
  return z.object(Object.fromEntries(fields));
}

export const editedShape = z.strictObject({
  changed: z.int().meta({ description: 'Fields that differ now' }),
  revision: z.int(),
});

/** The answer of an edit. One that changes nothing leaves the revision as it was. */
export const answerEdit =
  (before: number) =>
  ({ changed }: { changed: number }) => ({ body: { changed, revision: before + (changed > 0 ? 1 : 0) } });
