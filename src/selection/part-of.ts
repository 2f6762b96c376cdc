import type { CountSplit, Split } from './certificate.ts';
import { type Option, type Prepared, type Row, settle } from './prepare.ts';

/** The problem under what a part of a certificate takes for granted: counts become rows of their own, after all others. */
export function partOf(prepared: Prepared, splits: readonly Split[]): Prepared {
  const settled = settle(
    prepared,
    splits.filter((one) => 'candidate' in one),
  );
  const counts = splits.filter((one): one is CountSplit => !('candidate' in one));
  if (counts.length === 0) return settled;
  const rows = new Map<string, Row & CountSplit>();
  for (const split of counts) {
    const [kind, word, limit] =
      'atMost' in split
        ? (['quota', 'most', split.atMost] as const)
        : (['reserve', 'least', split.atLeast] as const);
    const name = `${word}:${split.intake}:${split.cost}`;
    const known = rows.get(name)?.limit;
    const narrowest =
      known === undefined ? limit : kind === 'quota' ? Math.min(known, limit) : Math.max(known, limit);
    rows.set(name, { ...split, name, kind, code: name, limit: narrowest, step: 1 });
  }
  const own = [...rows.values()];
  const counted = new Map<Option, Option>();
  const count = (option: Option): Option => {
    const known = counted.get(option);
    if (known) return known;
    const more = own.flatMap(({ intake, cost }, at) =>
      option.intake === intake && option.cost === cost ? [prepared.rows.length + at] : [],
    );
    const made = {
      ...option,
      rows: [...option.rows, ...more],
      amounts: [...option.amounts, ...more.map(() => 1)],
    };
    counted.set(option, made);
    return made;
  };
  return {
    ...settled,
    rows: [...prepared.rows, ...own],
    contenders: settled.contenders.map((one) => ({ ...one, options: one.options.map(count) })),
  };
}
