export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** What a record says by itself, and which of it was written since it is one of several: unit → place in the order of writes. */
export type Own = { readonly values: Values; readonly written: Readonly<Record<string, number>> };

/** A record led to another; `seq` is its place in the same order as the writes. */
export type Redirect = {
  readonly mergeId: string;
  readonly mergedId: string;
  readonly survivorId: string;
  readonly seq: number;
  /** The merged record's owner is the one who continues. */
  readonly takesOwner: boolean;
};

/** Columns that tell one thing: they are written, filled and taken back together. */
export type Unit = {
  readonly name: string;
  readonly columns: readonly string[];
  /** 0: says nothing · 1: says why there is nothing · 2: says something. */
  strength(values: Values): 0 | 1 | 2;
  /** Part of an address: filled only from a place that does not contradict. */
  readonly inPlace?: boolean;
};

/** Values by which a record is shown, and from which of the records each unit comes. */
export type Shown = { readonly values: Values; readonly from: Readonly<Record<string, string>> };

type Reckoned = {
  values: Record<string, Value>;
  from: Record<string, string>;
  written: Record<string, number>;
};

/** Of two addresses: neither says another village, RT or RW than the other. */
const placesAgree = (one: Values, other: Values) =>
  ['villageCode', 'rt', 'rw'].every(
    (column) =>
      (one[column] ?? null) === null || (other[column] ?? null) === null || one[column] === other[column],
  );

/**
 * How a record is shown, worked out anew from what every record led to it says by itself: the survivor's own values
 * stand; what it does not say is filled from the others, earlier merges first; what was written since a merge counts
 * wherever it was addressed, the latest last. Taking a merge back is leaving its redirect out.
 */
export function shownValues(
  rootId: string,
  own: ReadonlyMap<string, Own>,
  redirects: readonly Redirect[],
  units: readonly Unit[],
): Shown {
  const { values, from } = reckon(rootId, own, redirects, units);
  return { values, from };
}

function reckon(
  id: string,
  own: ReadonlyMap<string, Own>,
  redirects: readonly Redirect[],
  units: readonly Unit[],
): Reckoned {
  const self = own.get(id);
  if (!self) throw new Error(`no values of ${id}`);
  const shown: Reckoned = {
    values: { ...self.values },
    from: Object.fromEntries(units.map((unit) => [unit.name, id])),
    written: { ...self.written },
  };
  const take = (unit: Unit, child: Reckoned) => {
    for (const column of unit.columns) shown.values[column] = child.values[column] ?? null;
    shown.from[unit.name] = child.from[unit.name]!;
  };
  const children = redirects
    .filter((redirect) => redirect.survivorId === id)
    .sort((a, b) => a.seq - b.seq)
    .map((redirect) => ({ redirect, child: reckon(redirect.mergedId, own, redirects, units) }));
  for (const { redirect, child } of children) {
    for (const unit of units) {
      // What was written into it before it came here is simply what it says.
      const since = child.written[unit.name] ?? 0;
      const continues = redirect.takesOwner && unit.name === 'owner' && unit.strength(child.values) > 0;
      const at = Math.max(since > redirect.seq ? since : 0, continues ? redirect.seq : 0);
      if (at <= (shown.written[unit.name] ?? 0)) continue;
      take(unit, child);
      shown.written[unit.name] = at;
    }
  }
  for (const { redirect, child } of children) {
    const agree = placesAgree(shown.values, child.values);
    for (const unit of units) {
      if ((shown.written[unit.name] ?? 0) > redirect.seq || (unit.inPlace && !agree)) continue;
      if (unit.strength(child.values) > unit.strength(shown.values)) take(unit, child);
    }
  }
  return shown;
}

/** What a record says by itself after a write: units with one of these columns, whole. */
export function written(
  own: Own,
  columns: Values,
  units: readonly Unit[],
  /** Null: as it was before something is taken back, so that it counts as written no more. */
  seq: number | null,
): Own {
  const values: Record<string, Value> = { ...own.values };
  const order: Record<string, number> = { ...own.written };
  for (const unit of units) {
    if (!unit.columns.some((column) => column in columns)) continue;
    for (const column of unit.columns) if (column in columns) values[column] = columns[column] ?? null;
    if (seq === null) delete order[unit.name];
    else order[unit.name] = seq;
  }
  return { values, written: order };
}

/** Of the columns of a write, those whose unit has one of the changed fields; each unit whole. */
export function unitsWith<Columns extends object>(
  fields: readonly string[],
  columns: Columns,
  units: readonly Unit[],
): Partial<Columns> {
  const told = units.filter((unit) => unit.columns.some((column) => fields.includes(column)));
  const names = told.flatMap((unit) => unit.columns);
  return Object.fromEntries(
    Object.entries(columns).filter(([column]) => names.includes(column)),
  ) as Partial<Columns>;
}

/** The next place in the order of merges and writes of these records. */
export function nextSeq(own: Iterable<Own>, redirects: readonly Redirect[]): number {
  let last = 0;
  for (const { written: order } of own) for (const seq of Object.values(order)) last = Math.max(last, seq);
  for (const { seq } of redirects) last = Math.max(last, seq);
  return last + 1;
}

/** The record itself and all that are led to it, over all steps. */
export function recordsUnder(id: string, redirects: readonly Redirect[]): string[] {
  return [
    id,
    ...redirects
      .filter(({ survivorId }) => survivorId === id)
      .flatMap(({ mergedId }) => recordsUnder(mergedId, redirects)),
  ];
}

/** Of two records that are one: by which merge, the one led elsewhere first. */
export function standingMerge(
  redirects: readonly Redirect[],
  { mergedId, survivorId }: { mergedId: string; survivorId: string },
): string | undefined {
  const leading = (id: string) => redirects.find((redirect) => redirect.mergedId === id);
  return (leading(mergedId) ?? leading(survivorId))?.mergeId;
}
