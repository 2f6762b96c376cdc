import type { Unit, Values } from './merged-values.ts';

const isSaid = (values: Values, column: string) => (values[column] ?? null) !== null;

/** Says something when its first column does. */
const plain = (name: string, columns: readonly string[] = [name]): Unit => ({
  name,
  columns,
  strength: (values) => (isSaid(values, columns[0]!) ? 2 : 0),
});

/** Says nothing while it has this value, which a record has that was never told. */
const unless = (name: string, nothing: string | boolean, columns: readonly string[] = [name]): Unit => ({
  name,
  columns,
  strength: (values) => (values[columns[0]!] === nothing ? 0 : 2),
});

const identifier = (name: string, answer: string, columns: readonly string[]): Unit => ({
  name,
  columns: [answer, ...columns],
  strength: (values) => (values[answer] === 'known' ? 2 : values[answer] === 'unknown' ? 0 : 1),
});

const place = (name: string, columns: readonly string[] = [name]): Unit => ({
  ...plain(name, columns),
  inPlace: true,
});

/** What an enterprise says of itself, its main premises included; the computed scale follows from figures. */
export const enterpriseUnits: readonly Unit[] = [
  plain('owner', ['ownerId']),
  plain('name'),
  plain('brand'),
  plain('activity'),
  unless('sector', 'other'),
  plain('kbli', ['kbliCode', 'kbliVersion']),
  plain('legalForm'),
  identifier('nib', 'nibAnswer', ['nib']),
  plain('reportedScale'),
  unless('standing', 'listed', ['standing', 'verifiedOn']),
  unless('operation', 'unknown'),
  plain('startedOn'),
  place('villageCode'),
  place('rt'),
  place('rw'),
  place('hamlet'),
  place('address'),
  place('position', ['latitude', 'longitude', 'accuracyM']),
];

/** What is known of an owner; phones are records of their own. */
export const ownerUnits: readonly Unit[] = [
  plain('fullName'),
  plain('sex'),
  plain('birthDate'),
  plain('disability'),
  plain('homeAddress'),
  unless('deceased', false),
  identifier('nik', 'nikAnswer', ['nikCipher', 'nikIndex', 'nikLast4']),
  plain('noKk', ['noKkCipher', 'noKkIndex']),
  plain('email', ['emailCipher', 'emailIndex', 'emailHint']),
];

export const columnsOf = (units: readonly Unit[]): string[] => units.flatMap(({ columns }) => columns);

/** Whether two owner records say what cannot both be true of one person. */
export function ownersContradict(one: Values, other: Values): boolean {
  return ['nikIndex', 'sex', 'birthDate'].some(
    (column) => isSaid(one, column) && isSaid(other, column) && one[column] !== other[column],
  );
}
