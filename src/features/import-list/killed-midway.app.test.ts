import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createOffice } from '#features/run-office/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { loadReference } from '#platform/db/load-reference.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor } from '#testing/an-office.ts';
import { type Part, type RunningApp, startApp } from '#testing/running-app.ts';
import { bringIn } from './commands/bring-in.server.ts';
import { confirmMapping } from './commands/confirm-mapping.server.ts';
import { applyImport } from './commands/steer-import.server.ts';
import { importState } from './factory.ts';
import type { ImportStatus } from './rules/import-kinds.ts';
import { mappingOf } from './rules/recognise-columns.ts';

const OFFICE = '33.75';
const ROWS = 12_000;
const officer = anActor(OFFICE);

/** Every tenth owner has two businesses, every hundredth row is to be mended. */
const aLongList = () => {
  const lines = ['Nama;NIK;Kelurahan;Nama Usaha;No HP'];
  for (let row = 1; row <= ROWS; row++) {
    const person = row % 10 === 0 ? row - 1 : row;
    const born = 70 + Math.floor(person / 9_999);
    const nik = `3375044708${born}${String(1 + (person % 9_999)).padStart(4, '0')}`;
    lines.push(`ORANG ${person};${row % 100 === 1 ? '3375' : nik};Jenggot;USAHA ${row};`);
  }
  return new File([lines.join('\n')], 'panjang.csv');
};

type Standing = { status: ImportStatus; done: number };

async function standing(services: Services, importId: string): Promise<Standing> {
  const { rows } = await withOffice(services.db, OFFICE, (trx) =>
    sql<Standing>`select i.status, t.done_count as done from imports i join long_tasks t using (office_code, task_id)
      where i.import_id = ${importId}`.execute(trx),
  );
  return rows[0]!;
}

/** What came in: enterprises, distinct rows of the list behind them, and owners. */
async function registered(services: Services) {
  const { rows } = await withOffice(services.db, OFFICE, (trx) =>
    sql<Record<string, number>>`select (select count(*)::int from enterprises) as enterprises,
      (select count(distinct source_row)::int from source_entries) as rows,
      (select count(distinct name)::int from enterprises) as names,
      (select count(*)::int from owners) as owners,
      (select count(*)::int from staged_rows) as staged,
      (select count(*)::int from owners o where not exists (select 1 from enterprises e where e.owner_id = o.owner_id)) as idle`.execute(
      trx,
    ),
  );
  return rows[0]!;
}

/** Waits through moments in which the database itself is away. */
const until = (app: RunningApp, what: string, isSo: () => Promise<boolean>) =>
  app.until(what, () => isSo().catch(() => false), 150);

async function cut(app: RunningApp, services: Services, importId: string, part: Part, during: ImportStatus) {
  await until(app, `the list to be ${during} for a while`, async () => {
    const { status, done } = await standing(services, importId);
    return status === during && done > 0;
  });
  await app.kill(part);
  if (part === 'app') await app.start();
}

test.each(['worker', 'app', 'database'] as const)(
  'kill -9 of the %s while a list is checked, and again while it is saved: it goes on, and every row is there once',
  async (part) => {
    const app = await startApp();
    const services = await app.services();
    await loadReference(await app.ownerUrl(), [OFFICE]);
    await execute(services, systemActor(OFFICE, 'Uji'), createOffice, {
      name: 'Dinas Uji',
      shortName: 'Uji',
    });
    const facts = { name: 'Panjang', kind: 'village', asOf: '2026-03-14' };
    const brought = await bringIn(services, officer, { facts, file: aLongList() });
    if (!brought.ok) throw new Error(JSON.stringify(brought.refusal));
    const { importId } = brought.value;
    const reaches = (status: ImportStatus) =>
      until(
        app,
        `the list to be ${status}`,
        async () => (await standing(services, importId)).status === status,
      );
    await reaches('mapping');
    const { mapping } = await importState(services, officer, importId);
    await execute(services, officer, confirmMapping, {
      importId,
      columns: mappingOf(mapping?.columns ?? []),
      kbliVersion: '2025',
      figureYear: 2026,
    });
    await cut(app, services, importId, part, 'staging');
    await reaches('staged');
    const { counts } = await importState(services, officer, importId);
    const toMend = ROWS / 100;
    expect(counts).toMatchObject({
      data: ROWS,
      dispositions: { ready: ROWS - toMend, needs_mending: toMend, other_area: 0 },
      actions: { new: ROWS - toMend, repeated: 0 },
    });
    await execute(services, officer, applyImport, { importId });
    await cut(app, services, importId, part, 'applying');
    await reaches('applied');
    expect(await registered(services)).toEqual({
      enterprises: ROWS - toMend,
      rows: ROWS - toMend,
      names: ROWS - toMend,
      owners: counts?.actions?.newOwners,
      staged: ROWS,
      idle: 0,
    });
  },
);
