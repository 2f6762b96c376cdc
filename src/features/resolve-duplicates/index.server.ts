/** The door of resolve-duplicates: what linkage brings in, what the jobs do, what later slices may ask. */

export { pairApi } from './api.server.ts';
export { type Insertion, insertCandidatePairs } from './commands/insert-candidate-pairs.server.ts';
export { type LinkedNewcomers, linkNewcomers } from './commands/link-records.server.ts';
export { linkRegister } from './commands/link-register.server.ts';
export { watchArrivals } from './commands/link-watch.server.ts';
export { mergeSurePairs } from './commands/merge-sure-pairs.server.ts';
export { isPairKnown, withdrawPair } from './commands/named-pair.server.ts';
export { setAsideGone } from './commands/set-aside-gone.server.ts';
export { listLabels, type TaughtPattern } from './label-store.server.ts';
export { pairAuditNames } from './messages/audit-names.ts';
export { pairPermissions } from './permissions.ts';

export { countWaiting as countOpenPairs } from './queries/count-waiting.server.ts';
export { type LinkagePolicy, linkagePolicy } from './queries/linkage-policy.server.ts';
export { openPairsOf, type SimilarEnterprise } from './queries/open-pairs-of.server.ts';
export { type Comparison, comparisonLevels, type Step } from './rules/evidence.ts';
export type { FoundPair } from './rules/likeness-pairs.ts';
export type { RunCounts } from './rules/linkage-run.ts';
