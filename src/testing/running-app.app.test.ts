import { expect, test } from 'vitest';
import { aStaffMember } from '#features/sign-in/factory.ts';
import { anOffice } from './an-office.ts';
import { startApp } from './running-app.ts';

test('app, worker and database killed one after the other: the same people sign in again, to the same data', async () => {
  const app = await startApp();
  const services = await app.services();
  const { email, password } = await aStaffMember(services, await anOffice(services), { name: 'Sri Wahyuni' });
  const signIn = async () => {
    const visitor = app.client();
    await visitor.signIn(email, password);
    return (await visitor.get('/')).text;
  };
  expect(await signIn()).toContain('Sri Wahyuni');

  const [server, worker] = [await app.pid('app'), await app.pid('worker')];
  await app.kill('worker');
  await app.workerIsBack();
  expect(await app.pid('worker')).not.toBe(worker);

  const database = await app.pid('database');
  await app.kill('database');
  await app.until('the database to be back', async () => (await app.client().get('/readyz')).status === 200);
  expect(await app.pid('database')).not.toBe(database);
  expect(await signIn()).toContain('Sri Wahyuni');

  await app.kill('app');
  await app.start();
  expect(await app.pid('app')).not.toBe(server);
  expect(await signIn()).toContain('Sri Wahyuni');
});
