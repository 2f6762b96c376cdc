import { expect, test } from 'vitest';
import { createOffice, createToken } from '#features/run-office/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { loadReference } from '#platform/db/load-reference.server.ts';
import { anActor } from '#testing/an-office.ts';
import { startApp } from '#testing/running-app.ts';

const OFFICE = '33.75';
const SECONDS = 60;

test('two phones that note one woman without a network and send it later: within a minute she is a pair in the queue', async () => {
  const app = await startApp();
  const services = await app.services();
  await loadReference(await app.ownerUrl(), [OFFICE]);
  must(
    await execute(services, systemActor(OFFICE, 'Uji'), createOffice, {
      name: 'Dinas Uji',
      shortName: 'Uji',
    }),
  );
  const send = async (fullName: string, name: string) => {
    const { token } = must(
      await execute(services, anActor(OFFICE, 'data_officer'), createToken, {
        name: `HP ${fullName}`,
        role: 'officer',
        scope: `office:${OFFICE}`,
        lastDay: null,
      }),
    );
    const response = await fetch(`${app.url}/api/v1/enterprises`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': newId(),
      },
      body: JSON.stringify({
        owner: { fullName, nik: { value: '3375044507850003' } },
        enterprise: { name, sector: 'batik', activity: 'Batik tulis' },
        premises: { villageCode: '33.75.04.1004', rt: '2', rw: '3' },
        sameNikIsSomeoneElse: true,
      }),
    });
    expect(response.status).toBe(201);
  };
  const openPairs = () =>
    withOffice(services.db, OFFICE, (trx) =>
      trx.selectFrom('candidatePairs').select('foundBy').where('status', '=', 'open').execute(),
    );
  await send('Siti Khotijah', 'Batik Khotijah');
  await send('SITI KHADIJAH', 'Batik Bu Khatijah');
  await app.until('the pair', async () => (await openPairs()).length > 0, SECONDS);
  expect(await openPairs()).toEqual([{ foundBy: 'arrival' }]);
});
