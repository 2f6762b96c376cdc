import type { RowAction } from './import-kinds.ts';
import type { ListField } from './list-fields.ts';
import type { ProblemCode, RowProblem, Severity } from './list-problems.ts';
import type { AlikeCounts, LikenessPolicy } from './settle-likeness.ts';
import type { SkipReason } from './sort-rows.ts';
import type { Disposition, ValidatedRow } from './validate-row.ts';

/** One kind of problem with a few of the rows that have it. */
export type ProblemKind = {
  readonly code: ProblemCode;
  readonly field: ListField | null;
  readonly severity: Severity;
  readonly rows: number;
  readonly examples: readonly {
    readonly sheetName: string;
    readonly sheetRow: number;
    readonly problem: RowProblem;
  }[];
};

export type ImportCounts = {
  readonly sheets: number;
  readonly data: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
  readonly dispositions: Readonly<Record<Disposition, number>>;
  /** Once matched. `missingNow`: on the edition before and not on this one. */
  readonly actions?: Readonly<Record<RowAction, number>> & {
    readonly missingNow: number;
    readonly newOwners: number;
  };
  /** Once matched: rows that came in as new by their numbers, and look like something known. */
  readonly alike?: AlikeCounts;
  /** Once matched: what the office let the machine join when the rows were decided. */
  readonly likenessPolicy?: LikenessPolicy;
  readonly problems: readonly ProblemKind[];
  /** Rows whose mended form has come in since. */
  readonly mended?: number;
  /** After taking back: enterprises that stay because somebody worked on them since. */
  readonly kept?: number;
};

const examplesEach = 3;

/** Counts a list row by row while it is staged. */
export class RowTally {
  readonly #dispositions: Record<Disposition, number> = { ready: 0, needs_mending: 0, other_area: 0 };
  readonly #kinds = new Map<
    string,
    ProblemKind & { rows: number; examples: ProblemKind['examples'][number][] }
  >();

  add(row: Pick<ValidatedRow, 'disposition' | 'problems'>, sheetName: string, sheetRow: number): void {
    this.#dispositions[row.disposition] += 1;
    const seen = new Set<string>();
    for (const problem of row.problems) {
      const key = `${problem.code} ${problem.field}`;
      if (seen.has(key)) continue;
      seen.add(key);
      let kind = this.#kinds.get(key);
      if (kind === undefined) {
        const { code, field, severity } = problem;
        kind = { code, field, severity, rows: 0, examples: [] };
        this.#kinds.set(key, kind);
      }
      kind.rows += 1;
      if (kind.examples.length < examplesEach) kind.examples.push({ sheetName, sheetRow, problem });
    }
  }

  get dispositions(): Readonly<Record<Disposition, number>> {
    return this.#dispositions;
  }

  /** Errors first, then by how many rows have it. */
  get problems(): ProblemKind[] {
    const rank = { error: 0, warning: 1 };
    return [...this.#kinds.values()].sort((a, b) => rank[a.severity] - rank[b.severity] || b.rows - a.rows);
  }
}
