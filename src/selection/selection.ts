import type { Certificate } from './certificate.ts';
import type { ProblemFault } from './check-problem.ts';
import type { Clash } from './clash.ts';
import type { Seat } from './problem.ts';

/** The way the relaxation is solved. */
export type Method = 'simplex' | 'ipm';

/**
 * @property method how the relaxation is solved; a list that is proven the best does not depend on it
 * @property nodes nodes that the solver may visit per question about whole seats; a number, not a time, so that the same
 * run gives the same list on a slow machine
 * @property parts parts of a certificate at most
 * @property plain whether rank and quota is used where it is exact
 */
export type SelectionOptions = { method: Method; nodes: number; parts: number; plain: boolean };

export const usualOptions: SelectionOptions = { method: 'simplex', nodes: 1_000, parts: 500, plain: true };

/**
 * @property seats by candidate id
 * @property total score of all chosen, in ten-thousandths of a point
 * @property way `rank_and_quota`: in plain arithmetic; `optimised`: with a solver
 * @property proof `best`: no allowed list scores higher, and of those that score as high none has earlier lots
 * (within the certificate's 0.05%, by the word of the solver); `within_gap`: the certificate shows that none scores higher by
 * more than 0.05%; `wide`: it shows less than that
 * @property solver null where none was needed
 */
export type Selection = {
  seats: Seat[];
  total: number;
  way: 'rank_and_quota' | 'optimised';
  proof: 'best' | 'within_gap' | 'wide';
  certificate: Certificate;
  solver: { name: string; version: string } | null;
};

export type SelectionOutcome =
  | { kind: 'selected'; selection: Selection }
  | { kind: 'clash'; clashes: Clash[] }
  | { kind: 'faulty'; faults: ProblemFault[] };

/** What is being worked on, for whoever waits. */
export type SelectionStep = 'reading' | 'relaxation' | 'whole_seats' | 'certificate' | 'clash';
