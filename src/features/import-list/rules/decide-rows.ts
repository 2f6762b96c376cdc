import { editDistance } from '#kernel/naming/edit-distance.ts';
import { type KeyLevel, type KeyParts, keysOf, matchRows, type RowKeys } from './compare-rows.ts';

/** A row that can come in, by what it can be found again with; of the NIK its blind index as text. */
export type RowToDecide = KeyParts & {
  readonly rowNumber: number;
  /** The enterprise that the sheet itself names. */
  readonly enterpriseRef: string | null;
};

/** An enterprise on the register that a row may mean. */
export type EnterpriseOnRecord = KeyParts & {
  readonly enterpriseId: string;
  readonly ownerId: string | null;
};

export type OwnerOnRecord = { readonly ownerId: string; readonly nik: string; readonly personKey: string };

export type DecidedRow = {
  readonly rowNumber: number;
  /** `matched`: whether it changes anything is told by comparing. */
  readonly kind: 'new' | 'matched' | 'repeated';
  /** `likeness`: no number says so; see settle-likeness. */
  readonly matchedBy: KeyLevel | 'row_id' | 'likeness' | null;
  readonly repeatsRow: number | null;
  readonly enterpriseId: string | null;
  /** Null for a business whose owner nobody names. */
  readonly ownerId: string | null;
  readonly makesOwner: boolean;
};

/**
 * Decides for every row of a list which enterprise it is: one on the register, a new one, or a row of the same list
 * over again. By exact numbers only (row id, the source's own number, NIB, NIK), and by names against an earlier
 * edition of the same list. New enterprises of one NIK get one owner, on record or new.
 */
export function decideRows(
  rows: readonly RowToDecide[],
  onRecord: readonly EnterpriseOnRecord[],
  owners: readonly OwnerOnRecord[],
  newId: () => string,
): DecidedRow[] {
  const keys = keyMaker(rows, onRecord, owners);
  const decided = new Map<number, DecidedRow>();
  const byId = new Map(onRecord.map((enterprise) => [enterprise.enterpriseId, enterprise]));
  const taken = new Map<string, number>();
  const match = (row: RowToDecide, enterprise: EnterpriseOnRecord, matchedBy: DecidedRow['matchedBy']) => {
    const { rowNumber } = row;
    const { enterpriseId, ownerId } = enterprise;
    taken.set(enterpriseId, rowNumber);
    decided.set(rowNumber, {
      rowNumber,
      kind: 'matched',
      matchedBy,
      repeatsRow: null,
      enterpriseId,
      ownerId,
      makesOwner: false,
    });
  };
  const repeat = (rowNumber: number, of: number) =>
    decided.set(rowNumber, {
      rowNumber,
      kind: 'repeated',
      matchedBy: null,
      repeatsRow: of,
      enterpriseId: null,
      ownerId: null,
      makesOwner: false,
    });
  for (const row of rows) {
    const named = row.enterpriseRef === null ? undefined : byId.get(row.enterpriseRef);
    if (!named) continue;
    const earlier = taken.get(named.enterpriseId);
    if (earlier === undefined) match(row, named, 'row_id');
    else repeat(row.rowNumber, earlier);
  }
  const matched = matchRows(
    onRecord
      .filter(({ enterpriseId }) => !taken.has(enterpriseId))
      .map((one) => ({ id: one, keys: keys(one) })),
    rows.filter(({ rowNumber }) => !decided.has(rowNumber)).map((one) => ({ id: one, keys: keys(one) })),
  );
  for (const { before, after, by } of matched.same) match(after, before, by);
  for (const { row, of } of matched.repeated) repeat(row.rowNumber, of.rowNumber);
  const ownerOf = ownerFinder(owners, newId);
  for (const row of matched.new) {
    const { rowNumber } = row;
    decided.set(rowNumber, {
      rowNumber,
      kind: 'new',
      matchedBy: null,
      repeatsRow: null,
      enterpriseId: newId(),
      ...ownerOf(row),
    });
  }
  return rows.map(({ rowNumber }) => decided.get(rowNumber)!);
}

/**
 * The number alone is a key only where it names one business on each side; else a second business would be taken for
 * the first under a new name. And a NIK lent to somebody whose name is another is no key at all.
 */
function keyMaker(
  rows: readonly RowToDecide[],
  onRecord: readonly EnterpriseOnRecord[],
  owners: readonly OwnerOnRecord[],
): (one: KeyParts) => RowKeys {
  const several = (field: 'nik' | 'nib') => {
    const found = new Set<string>();
    for (const side of [rows, onRecord]) {
      const businesses = new Map<string, string>();
      for (const one of side) {
        const number = one[field];
        if (number === null) continue;
        const business = one.businessKey ?? '';
        if ((businesses.get(number) ?? business) !== business) found.add(number);
        businesses.set(number, business);
      }
    }
    return found;
  };
  const severalByNik = several('nik');
  const severalByNib = several('nib');
  const people = new Map<string, string[]>();
  for (const { nik, personKey } of owners) people.set(nik, [...(people.get(nik) ?? []), personKey]);
  return (one) => {
    const { nik, nib, personKey } = one;
    const known = nik === null ? undefined : people.get(nik);
    const isLent = known !== undefined && !known.some((person) => mayBeOnePerson(person, personKey ?? ''));
    const all = keysOf(one);
    return {
      ...all,
      nik_and_business: isLent ? null : all.nik_and_business,
      nik: isLent || (nik !== null && severalByNik.has(nik)) ? null : all.nik,
      nib: nib !== null && severalByNib.has(nib) ? null : all.nib,
    };
  };
}

/** Gives rows of one NIK the same owner, as long as the names do not speak against it. */
function ownerFinder(owners: readonly OwnerOnRecord[], newId: () => string) {
  const byNik = new Map<string, { ownerId: string; personKey: string }[]>();
  const add = (nik: string, owner: { ownerId: string; personKey: string }) => {
    const known = byNik.get(nik);
    if (known) known.push(owner);
    else byNik.set(nik, [owner]);
  };
  for (const { nik, ...owner } of owners) add(nik, owner);
  return ({ nik, personKey }: RowToDecide): { ownerId: string | null; makesOwner: boolean } => {
    if (personKey === null) return { ownerId: null, makesOwner: false };
    if (nik === null) return { ownerId: newId(), makesOwner: true };
    const known = byNik.get(nik)?.find((owner) => mayBeOnePerson(owner.personKey, personKey));
    if (known) return { ownerId: known.ownerId, makesOwner: false };
    const ownerId = newId();
    add(nik, { ownerId, personKey });
    return { ownerId, makesOwner: true };
  };
}

/**
 * Households lend each other's papers: one NIK with two names that have no word in common is two persons until
 * somebody has looked. Nameless rows say nothing against it.
 */
export function mayBeOnePerson(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  const words = other.split(' ');
  return one
    .split(' ')
    .some((word) =>
      words.some(
        (second) => editDistance(word, second, 2) <= (word.length > 5 ? 2 : word.length > 3 ? 1 : 0),
      ),
    );
}
