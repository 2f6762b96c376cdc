import type { Answer } from '#kernel/answer.ts';
import type { PlainDate } from '#kernel/calendar.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import type { UmkmScale } from '#kernel/statutory/scale.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { insertRegisterRows, noRegisterRows, type RegisterRows } from '../bulk-store.server.ts';
import { computeScale, type Figure } from '../rules/computed-scale.ts';
import type { EvidenceKind } from '../rules/evidence-kinds.ts';
import type { Sector } from '../rules/sectors.ts';
import { emailColumns } from './owner-identifiers.server.ts';

/** An owner already checked and normalised: NIK and No. KK of 16 digits, phones in E.164. */
export type NewOwner = {
  ownerId: string;
  fullName: string;
  sex?: 'female' | 'male' | null;
  birthDate?: PlainDate | null;
  disability?: 'yes' | 'no' | 'declined' | null;
  nik?: string | null;
  nikAnswer?: Exclude<Answer, 'known'>;
  noKk?: string | null;
  email?: string | null;
  homeAddress?: string | null;
  phones?: readonly { number: string; whose: 'own' | 'family' | 'kader' }[];
};

export type NewEnterprise = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  brand?: string | null;
  activity?: string | null;
  sector: Sector;
  kbli?: { version: string; code: string } | null;
  legalForm?: string | null;
  nib?: string | null;
  nibAnswer?: Exclude<Answer, 'known'>;
  reportedScale?: UmkmScale | null;
  /** Set when somebody checked on this day that it is there. */
  verifiedOn?: PlainDate | null;
  operation?:
    | 'unknown'
    | 'produces'
    | 'services'
    | 'works_for_others'
    | 'trades_only'
    | 'paused'
    | 'closed'
    | 'moved';
  startedOn?: PlainDate | null;
  place?: {
    villageCode?: string | null;
    rt?: string | null;
    rw?: string | null;
    hamlet?: string | null;
    address?: string | null;
    latitude?: number | null;
    longitude?: number | null;
  };
  products?: readonly { name: string; unit?: string | null; price?: Rupiah | null }[];
  figures?: readonly {
    kind: Figure['kind'];
    year: number;
    amount: number;
    amountUpper?: number | null;
    observedOn: PlainDate;
  }[];
  evidences?: readonly {
    kind: EvidenceKind;
    number?: string | null;
    issuer?: string | null;
    issuedOn?: PlainDate | null;
    expiresOn?: PlainDate | null;
    grade?: 'declared' | 'seen' | 'documented';
  }[];
  groups?: readonly { groupId: string; joinedOn?: PlainDate | null; leftOn?: PlainDate | null }[];
  source?: { sourceListId: string; row: number | null; key: string | null };
};

type Origin = {
  via: 'import' | 'system' | 'api' | 'phone';
  sourceKind: 'list' | 'census' | 'officer';
  sourceListId: string | null;
};

function addOwner(
  rows: RegisterRows,
  { officeCode, vault, now, newId }: CommandContext,
  owner: NewOwner,
): void {
  const { personKey, wrapped } = vault.makePersonKey(officeCode, owner.ownerId);
  const { nik = null, noKk = null } = owner;
  rows.personKeys.push({ officeCode, personId: owner.ownerId, wrappedKey: wrapped });
  rows.owners.push({
    officeCode,
    ownerId: owner.ownerId,
    fullName: owner.fullName,
    sex: owner.sex ?? null,
    birthDate: owner.birthDate ?? null,
    disability: owner.disability ?? null,
    nikAnswer: nik ? 'known' : (owner.nikAnswer ?? 'unknown'),
    nikCipher: nik && vault.encrypt(personKey, 'nik', nik),
    nikIndex: nik && vault.blindIndex('nik', nik),
    nikLast4: nik && nik.slice(-4),
    noKkCipher: noKk && vault.encrypt(personKey, 'no_kk', noKk),
    noKkIndex: noKk && vault.blindIndex('no_kk', noKk),
    ...emailColumns(vault, personKey, owner.email),
    homeAddress: owner.homeAddress ?? null,
    deceased: false,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  } as RegisterRows['owners'][number]);
  for (const { number, whose } of owner.phones ?? []) {
    rows.ownerPhones.push({
      officeCode,
      phoneId: newId(),
      ownerId: owner.ownerId,
      whose,
      phoneCipher: vault.encrypt(personKey, 'phone', number),
      phoneIndex: vault.blindIndex('phone', number),
      phoneHint: maskPhone(number),
      createdAt: now,
    });
  }
}

function addEnterprise(
  rows: RegisterRows,
  context: CommandContext,
  enterprise: NewEnterprise,
  origin: Origin,
  nik: string | null,
): void {
  const { officeCode, now, newId, actor } = context;
  const { enterpriseId, place = {}, figures = [] } = enterprise;
  const today = plainDateInWib(now.getTime());
  rows.enterprises.push({
    officeCode,
    enterpriseId,
    ownerId: enterprise.ownerId,
    name: enterprise.name,
    brand: enterprise.brand ?? null,
    activity: enterprise.activity ?? null,
    sector: enterprise.sector,
    kbliVersion: enterprise.kbli?.version ?? null,
    kbliCode: enterprise.kbli?.code ?? null,
    legalForm: enterprise.legalForm ?? null,
    nibAnswer: enterprise.nib ? 'known' : (enterprise.nibAnswer ?? 'unknown'),
    nib: enterprise.nib ?? null,
    reportedScale: enterprise.reportedScale ?? null,
    computedScale: computeScale(
      figures.map((figure) => ({ ...figure, amountUpper: figure.amountUpper ?? null })),
      today,
    ),
    standing: enterprise.verifiedOn ? 'verified' : 'listed',
    verifiedOn: enterprise.verifiedOn ?? null,
    operation: enterprise.operation ?? 'unknown',
    startedOn: enterprise.startedOn ?? null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  });
  rows.premises.push({
    officeCode,
    premisesId: newId(),
    enterpriseId,
    kind: 'main',
    villageCode: place.villageCode ?? null,
    rt: place.rt ?? null,
    rw: place.rw ?? null,
    hamlet: place.hamlet ?? null,
    address: place.address ?? null,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
    accuracyM: null,
  });
  for (const { name, unit = null, price = null } of enterprise.products ?? []) {
    rows.products.push({
      officeCode,
      productId: newId(),
      enterpriseId,
      name,
      unit,
      price,
      monthlyCapacity: null,
      createdAt: now,
      endedOn: null,
    });
  }
  for (const { kind, year, amount, amountUpper = null, observedOn } of figures) {
    rows.enterpriseFigures.push({
      officeCode,
      figureId: newId(),
      enterpriseId,
      kind,
      year,
      amount,
      amountUpper,
      grade: 'declared',
      sourceKind: origin.sourceKind,
      sourceId: origin.sourceListId,
      observedOn,
      recordedAt: now,
      recordedBy: actor.name,
    });
  }
  for (const {
    kind,
    number = null,
    issuer = null,
    issuedOn = null,
    expiresOn = null,
    grade = 'declared',
  } of enterprise.evidences ?? []) {
    rows.evidences.push({
      officeCode,
      evidenceId: newId(),
      enterpriseId,
      kind,
      number,
      issuer,
      issuedOn,
      expiresOn,
      grade,
      fileId: null,
      createdAt: now,
      createdBy: actor.name,
      withdrawnAt: null,
    });
  }
  for (const { groupId, joinedOn = null, leftOn = null } of enterprise.groups ?? []) {
    rows.groupMemberships.push({
      officeCode,
      groupMembershipId: newId(),
      groupId,
      enterpriseId,
      joinedOn,
      leftOn,
    });
  }
  if (enterprise.source) {
    const { sourceListId, row, key } = enterprise.source;
    rows.sourceEntries.push({ officeCode, sourceListId, enterpriseId, sourceRow: row, sourceKey: key });
  }
  const created = [
    { field: 'name', before: null, after: enterprise.name },
    ...(nik ? [{ field: 'nik', before: null, after: maskNik(nik) }] : []),
  ];
  rows.recordChanges.push({
    officeCode,
    changeId: newId(),
    enterpriseId,
    ownerId: enterprise.ownerId,
    changedAt: now,
    changedBy: actor.name,
    via: origin.via,
    sourceListId: origin.sourceListId,
    kind: 'created',
    changes: JSON.stringify(created),
  });
}

type Given = { owners: readonly NewOwner[]; enterprises: readonly NewEnterprise[] };

/**
 * Everything that many new enterprises put into the register's tables, numbers encrypted, added to `into`: made
 * outside of the transaction that saves it, so that a long list is made ready while the part before is written.
 */
export function prepareMany(context: CommandContext, given: Given, origin: Origin, into: RegisterRows): void {
  const niks = new Map<string, string | null>();
  for (const owner of given.owners) {
    addOwner(into, context, owner);
    niks.set(owner.ownerId, owner.nik ?? null);
  }
  for (const enterprise of given.enterprises) {
    addEnterprise(
      into,
      context,
      enterprise,
      origin,
      enterprise.ownerId === null ? null : (niks.get(enterprise.ownerId) ?? null),
    );
  }
}

/**
 * Puts many enterprises on the register at once, in the caller's transaction: one statement a table. Values are
 * already checked; ids come from the caller, so that a batch done twice is refused whole by the primary keys. The
 * caller writes the audit line of the batch.
 */
export async function registerMany(context: CommandContext, given: Given, origin: Origin): Promise<void> {
  const rows = noRegisterRows();
  prepareMany(context, given, origin, rows);
  await insertRegisterRows(context.trx, rows);
}
