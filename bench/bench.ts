import type { BenchHouse } from './bench-house.ts';

export type BenchOptions = {
  /** The house that all benches of one run share: an empty office with one officer, made at first use. */
  house: () => Promise<BenchHouse>;
  /** Sizes of the register, in enterprises, smallest first. */
  sizes: readonly number[];
  /** How often each figure is taken; the median counts. */
  runs: number;
  say: (line: string) => void;
  linkage: LinkageOptions;
  sync: SyncOptions;
};

/** How many phones deliver, and what each brings in its day. */
export type SyncOptions = { phones: number; submissions: number; photos: number };

/** What `linkage` needs besides, where it is there. */
export type LinkageOptions = {
  /** Folder of public sets of people with a known truth. */
  dataFolder?: string | undefined;
  /** A Python that has splink 4. */
  python?: string | undefined;
};

export type Unit = 'ms' | 's' | 'KB' | 'MB' | 'share' | 'per second' | 'count';

/** One measured thing. With a baseline from the same run, the ratio is what counts. */
export type Figure = {
  what: string;
  unit: Unit;
  value: number;
  baseline?: { what: string; value: number };
  ratio?: number;
  goal?: Goal;
  reached?: boolean;
};

export type Goal = { of: 'ratio' | 'value'; atMost?: number; atLeast?: number };

export type BenchResult = { name: string; figures: Figure[]; notes: string[] };

export type Bench = {
  name: string;
  description: string;
  run(options: BenchOptions): Promise<BenchResult>;
};

/** A figure with its ratio, and whether its goal is reached. */
export function figure(given: Omit<Figure, 'ratio' | 'reached'>): Figure {
  const ratio = given.baseline && given.value / given.baseline.value;
  const { goal } = given;
  if (!goal) return { ...given, ratio };
  const measured = goal.of === 'ratio' ? (ratio ?? Number.NaN) : given.value;
  const reached = measured <= (goal.atMost ?? Infinity) && measured >= (goal.atLeast ?? -Infinity);
  return { ...given, ratio, reached };
}
