import { createOffice, createUser } from '#features/run-office/index.server.ts';
import { demoEmailDomain, demoPassword } from '#features/sign-in/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';

const OFFICE = '33.75';
export const SAMPLE_ROWS = 23_000;

const people = [
  { login: 'petugas', name: 'Rina Wulandari', role: 'officer', scope: `office:${OFFICE}` },
  { login: 'kepala', name: 'Bambang Sutopo', role: 'head', scope: `office:${OFFICE}` },
  { login: 'admin', name: 'Fitri Handayani', role: 'data_officer', scope: `office:${OFFICE}` },
  { login: 'pendamping', name: 'Agus Salim', role: 'companion', scope: 'district:33.75.04' },
  { login: 'pendata', name: 'Nur Aisyah', role: 'enumerator', scope: 'village:33.75.04.1004' },
  { login: 'pendata2', name: 'Dimas Prasetyo', role: 'enumerator', scope: 'village:33.75.04.1004' },
  { login: 'pendata3', name: 'Laila Fitria', role: 'enumerator', scope: 'village:33.75.04.1006' },
] as const;

/** The invented people who may sign in, for the terminal. */
export const demoSignInLines: readonly string[] = people.map(({ login }) => `${login}@${demoEmailDomain}`);
export { demoPassword };

/**
 * Opens the sample office with its people and queues the loading of its register. Harmless to repeat: what is there
 * stays. Every person in it is invented.
 */
export async function openDemoOffice(services: Services): Promise<void> {
  const actor = systemActor(OFFICE, 'Data contoh');
  const office = await execute(services, actor, createOffice, {
    name: 'Dinas Perdagangan, Koperasi dan UKM Kota Contoh Pekalongan',
    shortName: 'Dindagkop Contoh',
    isDemo: true,
  });
  if (!office.ok) throw new Error(`demo office: ${office.refusal.code}`);
  for (const { login, name, role, scope } of people) {
    const [kind = 'office', code = OFFICE] = scope.split(':');
    const made = await createUser(services, actor, {
      name,
      email: `${login}@${demoEmailDomain}`,
      password: demoPassword,
      grants: [{ role, scope: `${kind}:${code}` }],
    });
    if (!made.ok && made.refusal.code !== 'duplicate')
      throw new Error(`demo person ${login}: ${made.refusal.code}`);
  }
  await inOneTransaction(services, actor, async (context) => {
    const { trx, now } = context;
    const known = await trx
      .selectFrom('longTasks')
      .select('taskId')
      .where('officeCode', '=', OFFICE)
      .where('kind', '=', 'sample')
      .executeTakeFirst();
    if (known) return;
    const taskId = await createTask(trx, OFFICE, {
      kind: 'sample',
      subjectId: null,
      title: 'Memuat data contoh',
      total: SAMPLE_ROWS,
      createdBy: actor.name,
      at: now,
    });
    await context.enqueue({ queue: 'load-sample', data: { taskId }, singletonKey: taskId });
  });
}
