import { createHash } from 'node:crypto';
import {
  addMembers,
  assignOpenRows,
  createRound,
  findRound,
  listAssignedRows,
  listRounds,
  prepareRound,
  startRound,
} from '#features/plan-census/index.server.ts';
import { findListWithOwners } from '#features/register-enterprise/index.server.ts';
import { receiveEnvelopes, receivePiece, registerPhone } from '#features/survey-field/index.server.ts';
import type { SubmissionContent } from '#features/survey-field/rules/wire.ts';
import { type OfficeKey, sealEnvelope, sealToOffice } from '#field-app/core/sealing.ts';
import { systemActor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { Random } from '#sample/random.ts';
import { SAMPLE_LIST } from './load-sample.server.ts';
import { listSamplePeople, type SamplePerson } from './sample-people.server.ts';
import { samplePhoto } from './sample-photo.ts';
import { sampleVisit } from './sample-visit.ts';

export const SAMPLE_ROUND = 'Pendataan contoh';
const villages = ['33.75.04.1004', '33.75.04.1006'];
/** How far each of the enumerators is: one of them stopped some days ago. */
const diligence = [
  { share: 0.55, stoppedDaysAgo: 0 },
  { share: 0.4, stoppedDaysAgo: 0 },
  { share: 0.15, stoppedDaysAgo: 9 },
];
const DAYS = 20;
const DELIVERED_AT_ONCE = 40;
/** Of these a photo is taken, as the verdict table asks. */
const photographed = new Set(['produces', 'services', 'works_for_others', 'trades_only']);

/**
 * A census round of the sample office, three weeks old, through the same commands as a real one: rows drawn, handed out,
 * visited by phones that seal what they deliver. The random sub-sample is visited whole, so that there is an estimate.
 * Harmless to repeat: a round of this name is left alone.
 */
export async function loadSampleRound(
  services: Services,
  office: string,
  signal?: AbortSignal,
): Promise<void> {
  const actor = systemActor(office, 'Data contoh');
  const known = await inOneTransaction(services, actor, async ({ trx }) => ({
    rounds: await listRounds(trx, office),
    list: await findListWithOwners(trx, office, SAMPLE_LIST),
    people: await listSamplePeople(trx, office),
  }));
  const enumerators = known.people.filter(({ role }) => role === 'enumerator');
  const supervisor = known.people.find(({ role }) => role === 'officer');
  if (!supervisor || enumerators.length === 0) return;
  if (!known.list || known.rounds.some(({ name }) => name === SAMPLE_ROUND)) return;
  const today = plainDateInWib(services.clock().getTime());
  const { roundId } = must(
    await execute(services, actor, createRound, {
      name: SAMPLE_ROUND,
      purpose: 'Mengetahui siapa yang benar-benar berproduksi, dan apa produknya',
      legalBasis: 'Surat perintah kepala dinas (karangan)',
      bpsNumber: 'V-26.3375.001',
      startsOn: addDays(today, -DAYS),
      endsOn: addDays(today, 25),
      sampleSize: 150,
      formId: coreQuestionnaire.id,
      formVersion: coreQuestionnaire.version,
      sourceListIds: [known.list.sourceListId],
      villages: villages.map((villageCode) => ({ villageCode })),
    }),
    'round',
  );
  must(await execute(services, actor, startRound, { roundId }), 'start');
  await prepareRound(services, office, roundId, signal);
  must(
    await execute(services, actor, addMembers, { roundId, userIds: [supervisor.id], duty: 'supervisor' }),
    'supervisor',
  );
  const userIds = enumerators.map(({ id }) => id);
  must(await execute(services, actor, addMembers, { roundId, userIds, duty: 'enumerator' }), 'people');
  must(await execute(services, actor, assignOpenRows, { roundId, userIds }), 'rows');
  for (const [at, person] of enumerators.entries()) {
    signal?.throwIfAborted();
    await visitAsSample(services, { office, roundId, person, ...diligence[at % diligence.length]! });
  }
}

async function visitAsSample(
  services: Services,
  work: { office: string; roundId: string; person: SamplePerson; share: number; stoppedDaysAgo: number },
): Promise<void> {
  const { office, roundId, person, share, stoppedDaysAgo } = work;
  const phone = must(
    await execute(services, person.actor, registerPhone, {
      phoneId: newId(),
      label: `HP ${person.name.split(' ')[0]}`,
      appVersion: 'contoh',
    }),
    'phone',
  );
  const draw = new Random('sample-round', person.name);
  const { rows, round } = await inOneTransaction(services, person.actor, async ({ trx }) => ({
    rows: (await listAssignedRows(trx, office, person.id, [])).filter((row) => row.roundId === roundId),
    round: await findRound(trx, office, roundId),
  }));
  if (!round) return;
  const wanted = Math.round(rows.length * share);
  const visited = [
    ...rows.filter(({ inSample }) => inSample),
    ...rows.filter(({ inSample }) => !inSample),
  ].slice(0, Math.max(wanted, rows.filter(({ inSample }) => inSample).length));
  const now = services.clock().getTime();
  const envelopes = [];
  const visits: SubmissionContent[] = [];
  for (const [at, row] of visited.entries()) {
    // Spread over the working days until the person stopped, from nine in the morning (WIB).
    const day = DAYS - Math.floor((at / visited.length) * (DAYS - stoppedDaysAgo));
    const startedAt = Math.min(now - 600_000, atNine(now, -day) + (at % 16) * 25 * 60_000);
    const submission: SubmissionContent = {
      id: newId(),
      roundId,
      rowId: row.rowId,
      userId: person.id,
      formId: round.formId,
      formVersion: round.formVersion,
      appVersion: 'contoh',
      isFinished: true,
      clockOffS: 0,
      photos: [],
      ...sampleVisit(draw, startedAt),
    };
    if (photographed.has(submission.verdict ?? '') && draw.chance(0.94))
      submission.photos.push({ id: newId(), item: 'photo', takenAt: submission.finishedAt });
    visits.push(submission);
    envelopes.push(
      await sealEnvelope(sealToOffice, phone.officeKey, {
        v: 1,
        phoneId: phone.phoneId,
        deliveryToken: phone.deliveryToken,
        submission,
      }),
    );
  }
  for (let at = 0; at < envelopes.length; at += DELIVERED_AT_ONCE)
    await receiveEnvelopes(
      services,
      office,
      { phoneId: phone.phoneId, via: 'sync', unsent: 0, appVersion: 'contoh' },
      envelopes.slice(at, at + DELIVERED_AT_ONCE),
    );
  for (const { id, photos } of visits)
    for (const photo of photos)
      await deliverPhoto(services, office, {
        photoId: photo.id,
        submissionId: id,
        item: photo.item,
        key: phone.officeKey,
        picture: await samplePhoto(draw),
      });
}

/** One photo, sealed on the phone and in one piece. */
async function deliverPhoto(
  services: Services,
  office: string,
  photo: { photoId: string; submissionId: string; item: string; key: OfficeKey; picture: Buffer },
): Promise<void> {
  const { photoId, submissionId, item, key } = photo;
  const sealed = Buffer.from(await sealToOffice(key, photoId, new Uint8Array(photo.picture)));
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  const coming = { photoId, submissionId, item, keyId: key.keyId, byteSize: sealed.length, sha256 };
  await receivePiece(services, office, coming, 0, sealed);
}

/** Nine in the morning (WIB) so many days from today, in milliseconds. */
function atNine(now: number, days: number): number {
  return Date.parse(`${addDays(plainDateInWib(now), days)}T02:00:00Z`);
}
