import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { loadSample } from './load-sample.server.ts';
import { openDemoOffice } from './open-demo-office.server.ts';

/** The sample office with so many enterprises and nothing else. */
export async function aSampleOffice(services: Services, office: string, enterprises: number): Promise<void> {
  await openDemoOffice(services);
  const taskId = await inOneTransaction(services, systemActor(office, 'Uji'), ({ trx, now }) =>
    createTask(trx, office, {
      kind: 'sample',
      subjectId: null,
      title: 'Memuat',
      total: enterprises,
      createdBy: 'Uji',
      at: now,
    }),
  );
  await loadSample(services, office, taskId);
}
