import { plainDateInWib } from '#kernel/calendar.ts';
import { sameEmail } from '#kernel/email.ts';
import type { CommandContext } from '#platform/command.server.ts';
import {
  findEnterpriseForUpdate,
  findMainPremises,
  saveMainPremises,
  updateEnterprise,
} from '../enterprise-store.server.ts';
import { listFigures } from '../figure-store.server.ts';
import { listRecordsForLists, type RecordForLists } from '../list-record-store.server.ts';
import { removeAdded } from '../list-withdrawal-store.server.ts';
import { findOwnerForUpdate } from '../owner-store.server.ts';
import { computeScale } from '../rules/computed-scale.ts';
import type { FieldChange } from '../rules/field-changes.ts';
import { writeToUnion } from './shown-enterprise.server.ts';
import { writeOwner } from './shown-owner.server.ts';
import type { AddedIds, ListUpdate } from './update-from-list.server.ts';
import { recordChange } from './within-reach.server.ts';

type Values = Readonly<Record<string, string | number | null>>;
const parts = ['owner', 'enterprise', 'place'] as const;
type Part = (typeof parts)[number];

/** Sealed in the register, so that a list only ever fills them: nothing stood there before. */
const isSecret = (field: string) => field === 'nik' || field === 'noKk' || field === 'email';

/** What a list set in an enterprise and what stood there before; NIK, No. KK and e-mail in the clear, so kept sealed. */
export type ListUndo = {
  enterpriseId: string;
  set: Readonly<Record<Part, Values>>;
  before: Readonly<Record<Part, Values>>;
  nikAnswerBefore: string;
  nibAnswerBefore: string;
  added: AddedIds;
};

/** The undo of an update, made of what was known before it. */
export function undoOf(known: RecordForLists, update: ListUpdate, added: AddedIds): ListUndo {
  const before = (part: Part): Values =>
    Object.fromEntries(
      Object.keys(update[part]).map((field) => [
        field,
        isSecret(field) ? null : (((known.own ?? known)[part] as Values | null)?.[field] ?? null),
      ]),
    );
  return {
    enterpriseId: update.enterpriseId,
    set: {
      owner: update.owner as Values,
      enterprise: update.enterprise as Values,
      place: update.place as Values,
    },
    before: { owner: before('owner'), enterprise: before('enterprise'), place: before('place') },
    nikAnswerBefore: (known.own ?? known).owner?.nikAnswer ?? 'unknown',
    nibAnswerBefore: (known.own ?? known).enterprise.nibAnswer,
    added,
  };
}

/**
 * Puts back what a list changed, in the caller's transaction: a value that somebody changed since stays. Answers how
 * many enterprises keep at least one such value. The list must be marked as withdrawn before, so that its figures no
 * longer count.
 */
export async function takeBackFromList(
  context: CommandContext,
  sourceListId: string,
  undos: readonly ListUndo[],
): Promise<number> {
  const { trx, officeCode } = context;
  const known = await listRecordsForLists(
    trx,
    officeCode,
    undos.map(({ enterpriseId }) => enterpriseId),
    true,
  );
  let kept = 0;
  for (const undo of undos) {
    const record = known.get(undo.enterpriseId);
    // One of several that are shown as one: what it says by itself is what goes back.
    if (record && (await putBack(context, { ...record, ...record.own }, undo, sourceListId))) kept += 1;
  }
  const added = (kind: keyof AddedIds) => undos.flatMap((undo) => undo.added[kind]);
  const today = plainDateInWib(context.now.getTime());
  await removeAdded(
    trx,
    officeCode,
    { phoneIds: added('phoneIds'), productIds: added('productIds'), evidenceIds: added('evidenceIds') },
    context.now,
    today,
  );
  return kept;
}

/** True where a value stays because it was changed since. */
async function putBack(
  context: CommandContext,
  record: RecordForLists,
  undo: ListUndo,
  sourceListId: string,
): Promise<boolean> {
  const { trx, officeCode } = context;
  const { enterpriseId } = undo;
  const changes: FieldChange[] = [];
  let isKept = false;
  const restored = (part: Part): Record<string, string | number | null> => {
    const values: Record<string, string | number | null> = {};
    for (const [field, set] of Object.entries(undo.set[part])) {
      if (isBack(record, part, field, undo)) continue;
      const whole = pairs.find((pair) => pair.includes(field)) ?? [field];
      if (!whole.every((one) => stands(context, record, part, one, undo.set[part][one] ?? null))) {
        isKept = true;
        continue;
      }
      values[field] = undo.before[part][field] ?? null;
      const text = (value: string | number | null) =>
        value === null ? null : isSecret(field) ? '•••' : String(value);
      changes.push({ field, before: text(set), after: text(values[field]) });
    }
    return values;
  };
  const { nik, noKk, email, ...owner } = restored('owner');
  const ownerColumns = {
    ...owner,
    ...(nik === undefined
      ? {}
      : { nikAnswer: undo.nikAnswerBefore, nikCipher: null, nikIndex: null, nikLast4: null }),
    ...(noKk === undefined ? {} : { noKkCipher: null, noKkIndex: null }),
    ...(email === undefined ? {} : { emailCipher: null, emailIndex: null, emailHint: null }),
  };
  if (record.ownerSide !== null && Object.keys(ownerColumns).length > 0) {
    const root = (await findOwnerForUpdate(trx, officeCode, record.ownerSide))!;
    await writeOwner(context, {
      root,
      addressedTo: record.ownerSide,
      columns: ownerColumns,
      isTakenBack: true,
    });
  }
  const enterprise = restored('enterprise');
  const place = restored('place');
  const enterpriseColumns = {
    ...enterprise,
    ...('nib' in enterprise ? { nibAnswer: undo.nibAnswerBefore } : {}),
  };
  if (record.isMerged) {
    const root = (await findEnterpriseForUpdate(trx, officeCode, enterpriseId))!;
    const columns = { ...enterpriseColumns, ...place };
    await writeToUnion(context, { root, addressedTo: enterpriseId, columns, isTakenBack: true });
  } else await putBackAlone(context, enterpriseId, enterpriseColumns, place);
  await recordChange(context, {
    enterpriseId,
    ownerId: record.ownerId,
    kind: 'edited',
    sourceListId,
    changes,
  });
  return isKept;
}

type Columns = Record<string, string | number | null>;

async function putBackAlone(
  { trx, officeCode, now, newId }: CommandContext,
  enterpriseId: string,
  enterprise: Columns,
  place: Columns,
): Promise<void> {
  const premises =
    Object.keys(place).length > 0 ? await findMainPremises(trx, officeCode, enterpriseId) : undefined;
  if (premises) {
    const {
      officeCode: _office,
      enterpriseId: _id,
      premisesId: _premises,
      kind: _kind,
      ...columns
    } = premises;
    await saveMainPremises(trx, officeCode, enterpriseId, newId(), { ...columns, ...place });
  }
  const figures = await listFigures(trx, officeCode, [enterpriseId]);
  const computedScale = computeScale(figures, plainDateInWib(now.getTime()));
  await updateEnterprise(trx, officeCode, enterpriseId, { ...enterprise, computedScale }, now);
}

/** Two columns that are one thing: both go back, or both stay. */
const pairs: readonly (readonly string[])[] = [
  ['latitude', 'longitude'],
  ['kbliVersion', 'kbliCode'],
];

/** Put back already, with another enterprise of the same owner. */
function isBack(record: RecordForLists, part: Part, field: string, { before }: ListUndo): boolean {
  if (isSecret(field)) return false;
  return ((record[part] as Values | null)?.[field] ?? null) === (before[part][field] ?? null);
}

/** Whether the value that the list set is still there. */
function stands(
  { vault }: CommandContext,
  record: RecordForLists,
  part: Part,
  field: string,
  set: string | number | null,
): boolean {
  if (field === 'nik') return record.owner?.nikIndex?.equals(vault.blindIndex('nik', String(set))) ?? false;
  if (field === 'noKk')
    return record.owner?.noKkIndex?.equals(vault.blindIndex('no_kk', String(set))) ?? false;
  if (field === 'email')
    return record.owner?.emailIndex?.equals(vault.blindIndex('email', sameEmail(String(set)))) ?? false;
  return ((record[part] as Values | null)?.[field] ?? null) === set;
}
