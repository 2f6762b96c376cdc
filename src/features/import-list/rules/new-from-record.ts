import type { PlainDate } from '#kernel/calendar.ts';
import type { StagedRecord } from './staged-record.ts';

type Ids = { readonly enterpriseId: string; readonly ownerId: string | null };

/** The owner that a row makes. One whom the list does not name is called after the business. */
export function newOwnerOf({ owner, enterprise }: StagedRecord, ownerId: string) {
  return {
    ownerId,
    fullName: owner.fullName ?? `Pemilik ${enterprise.name}`,
    sex: owner.sex,
    birthDate: owner.birthDate,
    disability: owner.disability,
    nik: owner.nik,
    nikAnswer: owner.nikAnswer ?? 'unknown',
    noKk: owner.noKk,
    email: owner.email ?? null,
    homeAddress: owner.homeAddress,
    phones: owner.phones.map((number) => ({ number, whose: 'own' as const })),
  };
}

/** The enterprise that a row makes. A guessed KBLI code tells the sector and is not kept as a code. */
export function newEnterpriseOf(
  { enterprise, place, figures, evidences, sourceKey }: StagedRecord,
  { enterpriseId, ownerId }: Ids,
  source: { readonly sourceListId: string; readonly row: number; readonly asOf: PlainDate },
) {
  const { kbli } = enterprise;
  return {
    enterpriseId,
    ownerId,
    name: enterprise.name,
    brand: enterprise.brand,
    activity: enterprise.activity,
    sector: enterprise.sector,
    kbli: kbli === null || kbli.isGuessed ? null : { version: kbli.version, code: kbli.code },
    legalForm: enterprise.legalForm,
    nib: enterprise.nib,
    nibAnswer: enterprise.nibAnswer ?? 'unknown',
    reportedScale: enterprise.reportedScale,
    startedOn: enterprise.startedOn,
    place,
    products: enterprise.products.map((name) => ({ name })),
    figures: figures.map((figure) => ({ ...figure, observedOn: source.asOf })),
    evidences,
    source: { sourceListId: source.sourceListId, row: source.row, key: sourceKey },
  };
}
