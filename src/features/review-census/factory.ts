import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Answers } from '#questionnaire/engine/answers.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { addSourceEntries, createSourceList } from '../register-enterprise/index.server.ts';
import { openNames, splitAnswers } from '../survey-field/rules/split-answers.ts';

export type ARound = { roundId: string; sourceListId: string; enumeratorId: string; otherId: string };

const person = (name: string) => ({ id: newId(), name, email: `${newId()}@contoh.id` });

/** A round that runs, with two enumerators and an empty list of its own. */
export function aRound(services: Services, actor: Actor, more: { name?: string } = {}): Promise<ARound> {
  return inOneTransaction(services, actor, async (context) => {
    const { trx, officeCode, now } = context;
    const [one, other] = [person('Rina Pendata'), person('Tono Pendata')];
    await trx.insertInto('authUsers').values([one, other]).execute();
    const { id: formId, version, title } = coreQuestionnaire;
    await trx
      .insertInto('questionnaires')
      .values({
        officeCode,
        formId,
        version,
        title,
        form: JSON.stringify(coreQuestionnaire),
        origin: 'built_in',
        createdAt: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const list = { name: 'Temuan pendataan', kind: 'census', asOf: '2026-05-01', legalBasis: null } as const;
    const sourceListId = await createSourceList(context, list as never);
    const roundId = newId();
    await trx
      .insertInto('censusRounds')
      .values({
        officeCode,
        roundId,
        name: more.name ?? 'Pendataan 2026',
        purpose: 'Tahu siapa yang masih produksi',
        startsOn: '2026-05-01',
        endsOn: '2026-06-30',
        status: 'running',
        formId,
        formVersion: version,
        sampleSeed: 7,
        sourceListId,
        createdAt: now,
        startedAt: now,
      })
      .execute();
    await trx
      .insertInto('censusMembers')
      .values(
        [one, other].map(({ id }) => ({
          officeCode,
          roundId,
          userId: id,
          duty: 'enumerator',
          joinedOn: '2026-05-01',
        })),
      )
      .execute();
    return { roundId, sourceListId, enumeratorId: one.id, otherId: other.id };
  });
}

export type ARow = { rowId: string; enterpriseId: string; ownerId: string };
type RowGiven = Parameters<typeof anEnterprise>[2] & {
  status?: string;
  stratum?: string;
  sampleOrder?: number;
  assignedTo?: string | null;
};

/** A listed enterprise in the round. */
export async function aFrameRow(
  services: Services,
  actor: Actor,
  { roundId, sourceListId, enumeratorId }: ARound,
  { status = 'submitted', stratum, sampleOrder, assignedTo, ...given }: RowGiven = {},
): Promise<ARow> {
  const { enterpriseId, ownerId } = await anEnterprise(services, actor, given);
  const rowId = newId();
  await inOneTransaction(services, actor, async ({ trx, officeCode, now }) => {
    await addSourceEntries(trx, officeCode, sourceListId, [{ enterpriseId, sourceRow: 1, sourceKey: null }]);
    await trx
      .insertInto('censusRows')
      .values({
        officeCode,
        rowId,
        roundId,
        enterpriseId,
        sourceListId,
        villageCode: given.village ?? '33.75.04.1004',
        place: 1,
        status,
        // As it stands once somebody was there.
        ...(status === 'submitted' ? { verdict: 'produces', visitedOn: plainDateInWib(now.getTime()) } : {}),
        stratum: stratum ?? null,
        sampleOrder: sampleOrder ?? null,
        assignedTo: assignedTo === undefined ? enumeratorId : assignedTo,
        assignedAt: now,
      })
      .execute();
  });
  return { rowId, enterpriseId, ownerId };
}

export type SubmissionGiven = {
  answers?: Answers;
  preloaded?: Answers;
  verdict?: string | null;
  userId?: string;
  recheckOf?: string;
  conflicts?: string[];
  position?: { latitude: number; longitude: number };
  phone?: string;
  /** As the phone's clock said. */
  finishedAt?: Date;
  clockOffS?: number;
  activeS?: number;
  baseRevision?: number;
  isFinished?: boolean;
  photos?: readonly PhotoGiven[];
};
/** `likeness`: the first of its 8 bytes, the others are 0. */
export type PhotoGiven = { state: 'receiving' | 'ready' | 'broken'; likeness?: readonly number[] };

/** Without one given, as unlike others as ids are. */
const likenessOf = (given: readonly number[] | undefined, photoId: string): Buffer =>
  given
    ? Buffer.from(Array.from({ length: 8 }, (_, at) => given[at] ?? 0))
    : Buffer.from(photoId.replaceAll('-', '').slice(-16), 'hex');

/** A photo and a position: all that *produces* asks for. */
export const proven = {
  position: { latitude: -6.88, longitude: 109.67 },
  photos: [{ state: 'ready' }],
} as const satisfies SubmissionGiven;

/** What an enumerator sent of a row (or of an enterprise found without one), as it stands when it was received. */
export function aSubmission(
  services: Services,
  actor: Actor,
  round: ARound,
  row: { rowId: string | null; enterpriseId: string },
  given: SubmissionGiven = {},
): Promise<string> {
  return inOneTransaction(services, actor, async ({ trx, officeCode, now, vault }) => {
    const submissionId = newId();
    const { verdict = 'produces', answers = {}, preloaded = {} } = given;
    const names = openNames(coreQuestionnaire);
    const said = splitAnswers(names, answers);
    const loaded = splitAnswers(names, preloaded);
    const { personKey, wrapped } = vault.makePersonKey(officeCode, submissionId);
    await trx
      .insertInto('personKeys')
      .values({ officeCode, personId: submissionId, wrappedKey: wrapped })
      .execute();
    const finishedAt = given.finishedAt ?? now;
    const photos = (given.photos ?? []).map((photo) => ({ ...photo, photoId: newId() }));
    await trx
      .insertInto('submissions')
      .values({
        officeCode,
        submissionId,
        roundId: round.roundId,
        rowId: row.rowId,
        enterpriseId: row.enterpriseId,
        recheckOf: given.recheckOf ?? null,
        userId: given.userId ?? round.enumeratorId,
        formId: coreQuestionnaire.id,
        formVersion: coreQuestionnaire.version,
        appVersion: 'uji',
        verdict,
        startedAt: new Date(finishedAt.getTime() - 300_000),
        finishedAt,
        receivedAt: now,
        clockOffS: given.clockOffS ?? null,
        isFinished: given.isFinished ?? true,
        photoNotes: JSON.stringify(photos.map(({ photoId }) => ({ id: photoId, item: 'photo' }))),
        activeS: given.activeS ?? 280,
        latitude: given.position?.latitude ?? null,
        longitude: given.position?.longitude ?? null,
        answers: JSON.stringify({ verdict, ...said.open }),
        personal: vault.encrypt(
          personKey,
          'answers',
          JSON.stringify({ answers: said.personal, preloaded: loaded.personal, more: {} }),
        ),
        preloaded: JSON.stringify(loaded.open),
        phoneIndex: given.phone ? vault.blindIndex('phone', given.phone) : null,
        conflicts: given.conflicts ?? [],
        baseRevision: given.baseRevision ?? 1,
      })
      .execute();
    for (const { photoId, state, likeness } of photos)
      await trx
        .insertInto('submissionPhotos')
        .values({
          officeCode,
          photoId,
          submissionId,
          item: 'photo',
          byteSize: 1,
          sha256: Buffer.alloc(32),
          state,
          likeness: state === 'ready' ? likenessOf(likeness, photoId) : null,
          receivedAt: now,
        })
        .execute();
    return submissionId;
  });
}
