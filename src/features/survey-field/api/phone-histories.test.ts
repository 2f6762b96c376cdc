import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealToOffice } from '#field-app/core/sealing.ts';
import { syncOnce } from '#field-app/core/sync.ts';
import { openMemoryStore } from '#field-app/testing/memory-store.ts';
import { type Deed, deeds, isKeptState, playHistory, type Who } from '#field-app/testing/play-history.ts';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Form } from '#questionnaire/form.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { openRealOffice } from '#testing/real-office.ts';
import { aRow, aRunningRound, type Round } from '../factory.ts';

const OFFICE = '33.75';
/** `GAWANGAN_HISTORIES=10000` plays as many. */
const histories = Number(process.env.GAWANGAN_HISTORIES ?? 25);

const form: Form = {
  id: 'riwayat',
  version: 1,
  title: 'Riwayat',
  defaultLanguage: 'id',
  lists: {},
  items: [
    { kind: 'text', name: 'name' },
    { kind: 'photo', name: 'foto_usaha' },
  ],
};

/** Two enumerators of the round, without a password: their phone signs in as it is told. */
async function twoPeople(services: Services, { officeCode, roundId }: Round): Promise<Record<Who, string>> {
  const ids = { siti: `siti-${newId()}`, budi: `budi-${newId()}` };
  await withOffice(services.db, officeCode, async (trx) => {
    for (const id of Object.values(ids)) {
      await trx
        .insertInto('authUsers')
        .values({ id, name: id, email: `${id}@contoh.invalid` })
        .execute();
      const place = { scopeKind: 'office', scopeCode: officeCode, validFrom: '2026-01-01' };
      await trx
        .insertInto('memberships')
        .values({ officeCode, membershipId: newId(), userId: id, role: 'enumerator', ...place })
        .execute();
      await trx
        .insertInto('censusMembers')
        .values({ officeCode, roundId, userId: id, duty: 'enumerator', joinedOn: '2026-01-01' })
        .execute();
    }
  });
  return ids;
}

async function play(services: Services, round: Round, list: readonly Deed[]): Promise<void> {
  const ids = await twoPeople(services, round);
  const rows = {
    r1: (await aRow(services, round, ids.siti)).rowId,
    r2: (await aRow(services, round, ids.budi)).rowId,
  };
  const office = openRealOffice(services, round, { form, people: Object.values(ids), rows });
  const disk = openMemoryStore();
  const now = () => services.clock().getTime();
  const given = { disk, office, seal: sealToOffice, now, idOf: (who: Who) => ids[who] };
  const { expected, relive } = await playHistory(given, list, async () => undefined);

  // The connection is back and stays: everything arrives.
  const life = await relive();
  for (let turn = 0; turn < 6; turn += 1) {
    for (const id of Object.values(ids)) {
      await life.enter(id);
      await syncOnce(life.sync, life.unlocked());
    }
  }
  expect(await disk.ids('outbox')).toEqual([]);
  expect((await disk.all('photos')).filter(({ state }) => state === 'waiting')).toEqual([]);
  const held = await office.heldVisits();
  const photos = await office.wholePhotos();
  for (const [id, answers] of expected.finished)
    expect(held.get(id), `visit ${id}`).toEqual([
      { isFinished: true, answers, isWaiting: expect.anything() },
    ]);
  for (const id of expected.photos.keys()) expect(photos.has(id), `photo ${id}`).toBe(true);
  const drafts = new Set(await disk.ids('drafts'));
  for (const id of expected.typed.keys())
    expect(drafts.has(id) || held.has(id) || expected.discarded.has(id), `draft ${id}`).toBe(true);
  for (const [id, visits] of held) {
    expect(visits, `times of ${id}`).toHaveLength(1);
    if (expected.finished.has(id)) continue;
    expect(visits[0]!.isFinished).toBe(false);
    expect(isKeptState(expected, id, visits[0]!.answers), `draft ${id} as it was typed`).toBe(true);
  }
}

test('whatever happens to phone and connection, the real office has all finished work once, and nothing else', async () => {
  const services = await freshServices();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE, { form });
  await fc.assert(
    fc.asyncProperty(deeds, (list) => play(services, round, list)),
    { numRuns: histories, endOnFailure: true },
  );
}, 7_200_000);
