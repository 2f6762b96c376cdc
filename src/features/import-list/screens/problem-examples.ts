import type { Locale } from '#kernel/language.ts';
import { problemMessage } from '../messages/problem-messages.ts';
import type { ProblemKind } from '../rules/import-counts.ts';

/** Row numbers as the spreadsheet program shows them, sheet by sheet. */
type Place = { readonly sheetName: string; readonly sheetRows: readonly number[] };
export type ProblemExample = { readonly message: string; readonly places: readonly Place[] };

/** The examples of one kind of problem; those that read the same are told once, with all their places. */
export function problemExamples(kind: ProblemKind, locale: Locale): ProblemExample[] {
  return grouped(kind.examples, ({ problem }) => problemMessage(problem, locale)).map(
    ([message, examples]) => ({
      message,
      places: grouped(examples, ({ sheetName }) => sheetName).map(([sheetName, rows]) => ({
        sheetName,
        sheetRows: rows.map(({ sheetRow }) => sheetRow),
      })),
    }),
  );
}

/** As `Map.groupBy`, which phones of a few years ago do not have. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}
