import type { MessKind, MessRates } from '#sample/list/mess-rates.ts';
import type { Random } from '#sample/random.ts';

/** Decides what goes wrong in one row and remembers it for the truth. */
export class Mess {
  readonly random: Random;
  readonly #rates: MessRates;
  readonly #happened = new Set<MessKind>();

  constructor(random: Random, rates: MessRates) {
    this.random = random;
    this.#rates = rates;
  }

  /** Whether this happens in the row, where it can (`possible`). */
  happens(kind: MessKind, possible = true): boolean {
    const happens = this.random.chance(this.#rates[kind]) && possible;
    if (happens) this.#happened.add(kind);
    return happens;
  }

  get happened(): MessKind[] {
    return [...this.#happened].sort();
  }
}
