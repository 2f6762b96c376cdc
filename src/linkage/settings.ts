import { z } from 'zod';

const column = z.string().min(1).optional();
const share = z.number().gt(0).max(1);

/** One test of a level; `column` only where it differs from the comparison's own. */
export type LevelTest =
  | 'exact'
  | { exact: string }
  | { jaro_winkler: number; column?: string | undefined }
  | { damerau_levenshtein: number; column?: string | undefined }
  | { token_set: number; column?: string | undefined }
  | { token_overlap: number; column?: string | undefined }
  | { shared_words: number; share?: number | undefined; column?: string | undefined }
  | { numeric: number; column?: string | undefined }
  | { relative: number; column?: string | undefined }
  | { days: number; column?: string | undefined }
  | { prefix: number; column?: string | undefined }
  | { swapped: [string, string] }
  | { custom: string; column?: string | undefined }
  | { all: LevelTest[] }
  | { any: LevelTest[] };

const levelTest: z.ZodType<LevelTest> = z.lazy(() =>
  z.union([
    z.literal('exact'),
    z.strictObject({ exact: z.string() }),
    z.strictObject({ jaro_winkler: share, column }),
    z.strictObject({ damerau_levenshtein: z.number().int().min(1).max(64), column }),
    z.strictObject({ token_set: share, column }),
    z.strictObject({ token_overlap: share, column }),
    z.strictObject({ shared_words: z.number().min(0), share: share.optional(), column }),
    z.strictObject({ numeric: z.number().min(0), column }),
    z.strictObject({ relative: z.number().min(0).max(1), column }),
    z.strictObject({ days: z.number().min(0), column }),
    z.strictObject({ prefix: z.number().int().min(1), column }),
    z.strictObject({ swapped: z.tuple([z.string(), z.string()]) }),
    z.strictObject({ custom: z.string(), column }),
    z.strictObject({ all: z.array(levelTest).min(1) }),
    z.strictObject({ any: z.array(levelTest).min(1) }),
  ]),
);

/** Ready-made sets of levels for common kinds of columns. */
export const kinds = ['name', 'text', 'exact', 'date', 'number', 'code', 'email', 'words'] as const;
export type Kind = (typeof kinds)[number];

const namedLevel = z.strictObject({ name: z.string().min(1), when: levelTest });

const comparison = z.strictObject({
  name: z.string().min(1).optional(),
  /** A column, or one changed: `dob|year`. Where it is empty on either side the comparison says nothing. */
  column: z.string().min(1),
  as: z.enum(kinds).optional(),
  levels: z
    .array(z.union([namedLevel, levelTest]))
    .min(1)
    .optional(),
  /** Whether agreeing on a rare value says more than on a common one. */
  termFrequency: z.boolean().optional(),
});

const blockingRule = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).min(1),
  z.strictObject({
    on: z.array(z.string().min(1)).min(1),
    tighten: z.array(z.string().min(1)).optional(),
  }),
]);

export const settingsShape = z.strictObject({
  id: z.string().min(1).optional(),
  comparisons: z.array(comparison).min(1),
  blocking: z.array(blockingRule).min(1),
  /**
   * Kinds of pairs that are related and yet two, by the comparisons in which they differ: an owner's two businesses
   * differ in `["business_name", "activity"]`. Others are found by themselves.
   */
  related: z.array(z.array(z.string()).min(1)).optional(),
  /** A block of more records than this is split by further columns. */
  blockLimit: z.number().int().min(2).optional(),
  seed: z.number().int().optional(),
  /** Pairs drawn at random to learn how often strangers agree. */
  samplePairs: z.number().int().min(1000).optional(),
  /** Share of matches among all possible pairs to begin with; learned from the data. */
  prior: z.number().gt(0).lt(1).optional(),
});

/** What a settings file says: see docs/linkage.md. */
export type LinkageSettings = z.infer<typeof settingsShape>;
export type ComparisonSettings = LinkageSettings['comparisons'][number];
export type BlockingRule = { on: string[]; tighten: string[] | null };

/** The settings of a JSON text, or in words what is wrong with them. */
export function parseSettings(value: unknown): { settings: LinkageSettings } | { problems: string[] } {
  const parsed = settingsShape.safeParse(value);
  if (parsed.success) return { settings: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`),
  };
}

/** `"surname + dob|year"`, `["surname", "dob|year"]` and `{ "on": […] }` mean the same. */
export function blockingRules(settings: Pick<LinkageSettings, 'blocking'>): BlockingRule[] {
  return settings.blocking.map((rule) => {
    if (typeof rule === 'string') return { on: rule.split('+').map((term) => term.trim()), tighten: null };
    if (Array.isArray(rule)) return { on: rule, tighten: null };
    return { on: rule.on, tighten: rule.tighten ?? null };
  });
}
