/** Values of a record as the model knows them: field → what it says, null for nothing. */
export type Said = Record<string, string | null>;

type Event =
  | { kind: 'write'; record: string; field: string; value: string | null }
  | { kind: 'merge'; mergeId: string; merged: string; survivor: string; takes: readonly string[] };

const PLACE = ['village', 'rt', 'address'];
/** Of two answers to one question the stronger: a number, why there is none, nothing. */
const strength = (value: string | null | undefined) =>
  value === null || value === undefined || value === 'unknown' ? 0 : value === 'not_shown' ? 1 : 2;

/**
 * What merging means, in its plainest form: everything that happened, played from the beginning without the merges
 * that were undone. Slow, keeps nothing but the story; tests hold the register against it.
 */
export class MergeModel {
  readonly #origin = new Map<string, Said>();
  readonly #events: Event[] = [];
  readonly #undone = new Set<string>();

  add(record: string, said: Said): void {
    this.#origin.set(record, said);
  }

  /** The record that stands for this one. */
  rootOf(record: string): string {
    const into = this.#standing().find(({ merged }) => merged === record);
    return into ? this.rootOf(into.survivor) : record;
  }

  roots(): string[] {
    return [...this.#origin.keys()].filter((record) => this.rootOf(record) === record);
  }

  membersOf(root: string): string[] {
    return [...this.#origin.keys()].filter((record) => this.rootOf(record) === root);
  }

  standing(): string[] {
    return this.#standing().map(({ mergeId }) => mergeId);
  }

  /** `takes`: fields in which the merged record is right. */
  merge(mergeId: string, merged: string, survivor: string, takes: readonly string[] = []): void {
    this.#events.push({ kind: 'merge', mergeId, merged, survivor, takes });
  }

  undo(mergeId: string): void {
    this.#undone.add(mergeId);
  }

  /** Somebody saves a form of the shown record with this field; unchanged it is no write. */
  write(record: string, field: string, value: string | null): void {
    if (this.shown(this.rootOf(record))[field] === value) return;
    this.#events.push({ kind: 'write', record, field, value });
  }

  /** What the record says by itself. */
  own(record: string): Said {
    const said = { ...this.#origin.get(record)! };
    for (const event of this.#events)
      if (event.kind === 'write' && event.record === record) said[event.field] = event.value;
    return said;
  }

  shown(record: string): Said {
    const views = new Map([...this.#origin].map(([id, said]) => [id, { ...said }]));
    const above = new Map<string, string>();
    const lastWritten = new Map<string, number>();
    this.#events.forEach((event, at) => {
      if (event.kind === 'write') {
        for (let id: string | undefined = event.record; id !== undefined; id = above.get(id)) {
          views.get(id)![event.field] = event.value;
          lastWritten.set(`${id} ${event.field}`, at);
        }
      } else if (!this.#undone.has(event.mergeId)) {
        above.set(event.merged, event.survivor);
        fill(views.get(event.survivor)!, views.get(event.merged)!, event.takes);
      }
    });
    // A place is borrowed only as long as neither record names another: looked at when all is written.
    this.#events.forEach((event, at) => {
      if (event.kind !== 'merge' || this.#undone.has(event.mergeId)) return;
      const free = PLACE.filter((field) => (lastWritten.get(`${event.survivor} ${field}`) ?? -1) < at);
      borrowPlace(views.get(event.survivor)!, views.get(event.merged)!, free);
    });
    return views.get(record)!;
  }

  #standing() {
    return this.#events
      .filter((event) => event.kind === 'merge')
      .filter(({ mergeId }) => !this.#undone.has(mergeId));
  }
}

function fill(survivor: Said, merged: Said, takes: readonly string[]): void {
  for (const [field, value] of Object.entries(merged)) {
    if (takes.includes(field)) survivor[field] = value;
    else if (!PLACE.includes(field) && strength(value) > strength(survivor[field])) survivor[field] = value;
  }
}

function borrowPlace(survivor: Said, merged: Said, free: readonly string[]): void {
  const contradicts = ['village', 'rt'].some(
    (field) => survivor[field] && merged[field] && survivor[field] !== merged[field],
  );
  if (contradicts) return;
  for (const field of free) if (!survivor[field] && field in merged) survivor[field] = merged[field]!;
}
