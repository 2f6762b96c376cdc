import { expect, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { updateDeactivated } from '../account-store.server.ts';
import { aStaffMember } from '../factory.ts';
import { demoSignIns } from './demo-sign-ins.server.ts';

test('only accounts of a demo office under contoh.invalid are listed, the officer first', async () => {
  const services = await freshServices();
  const [demo, real] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  await withOffice(services.db, demo, (trx) => trx.updateTable('offices').set({ isDemo: true }).execute());
  const scope = { kind: 'office', code: demo } as const;
  await aStaffMember(services, demo, {
    name: 'Ibu Kepala',
    email: 'kepala@contoh.invalid',
    grants: [{ role: 'head', scope }],
  });
  await aStaffMember(services, demo, { name: 'Sri', email: 'petugas@contoh.invalid' });
  await aStaffMember(services, demo, { email: 'orang.sungguhan@contoh.id' });
  await aStaffMember(services, demo, { email: 'sandi-sendiri@contoh.invalid', mustChangePassword: true });
  await aStaffMember(services, real, { email: 'lain@contoh.invalid' });
  const closed = await aStaffMember(services, demo, { email: 'tutup@contoh.invalid' });
  await updateDeactivated(services.db, closed.userId, services.clock());
  expect(await demoSignIns(services, 'id')).toEqual([
    {
      officeName: 'Dinas 33.75',
      password: 'belajar-gawangan',
      accounts: [
        { name: 'Sri', role: 'Petugas', email: 'petugas@contoh.invalid' },
        { name: 'Ibu Kepala', role: 'Kepala dinas', email: 'kepala@contoh.invalid' },
      ],
    },
  ]);
});
