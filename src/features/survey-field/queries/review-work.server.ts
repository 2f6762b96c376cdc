import type { Trx } from '#platform/db/connect.server.ts';

/** What review adds to a person's list; a later slice knows it and says so here. */
export type ReviewWork = {
  /** Why the supervisor sent these rows back. */
  notesOf(trx: Trx, office: string, rowIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Rows that this person is to visit a second time; `recheckId` is the first visit's submission. */
  rechecksFor(
    trx: Trx,
    office: string,
    userId: string,
  ): Promise<readonly { recheckId: string; rowId: string }[]>;
};

let known: ReviewWork = { notesOf: async () => new Map(), rechecksFor: async () => [] };

export function registerReviewWork(work: ReviewWork): void {
  known = work;
}

export const reviewWork = (): ReviewWork => known;
