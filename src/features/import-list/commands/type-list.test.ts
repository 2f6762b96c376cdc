import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { searchRegister } from '../../register-enterprise/index.server.ts';
import { aListFile, importState, listFacts } from '../factory.ts';
import { headingOfTyped } from '../messages/typed-headings.ts';
import { importPermissions } from '../permissions.ts';
import { typedMatches } from '../queries/typed-matches.server.ts';
import { typingPage } from '../queries/typing-page.server.ts';
import { fastEntryColumns } from '../rules/fast-entry.ts';
import { mendingHeader, rowIdOf } from '../rules/original-row.ts';
import type { SavedEntry } from '../rules/typing-view.ts';
import { bringInMended } from './bring-in.server.ts';
import { addPaperPage, openPaperPage } from './paper-pages.server.ts';
import { removeTypedRow, saveTypedRow } from './save-typed-row.server.ts';
import { startTyping } from './start-typing.server.ts';
import { applyImport, cancelImport } from './steer-import.server.ts';
import { chooseTypedColumns, finishTyping, takeOverTyping } from './steer-typing.server.ts';
import { workOnList } from './work-on-list.server.ts';

const permission = importPermissions['list.bring_in'];
const fields = fastEntryColumns.map(({ field }) => field);
const photo = (name = 'daftar.jpg') => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], name);
const siti = {
  full_name: 'Siti Aminah',
  nik: '3375044708850001',
  rt: '2',
  rw: '5',
  village: 'jenggot',
  activity: 'batik cap',
};

const settled = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};

async function aTypedList(services: Services, actor: Actor, file?: File): Promise<string> {
  const started = await startTyping(services, actor, { facts: { ...listFacts, fields }, file });
  return settled(started).importId;
}

const type = (
  services: Services,
  actor: Actor,
  importId: string,
  rowNumber: number,
  values: Record<string, string>,
  entryId: string = newId(),
) =>
  execute(services, actor, saveTypedRow, { importId, rowNumber, entryId, values }) as Promise<
    Outcome<SavedEntry>
  >;

async function pageOf(services: Services, actor: Actor, importId: string) {
  const page = settled(await read(services, actor, permission, (context) => typingPage(context, importId)));
  if (page === null || page === 'ended') throw new Error(`the page is ${page}`);
  return page;
}

async function finished(services: TestServices, actor: Actor, importId: string) {
  settled(await execute(services, actor, finishTyping, { importId }));
  await workOnList(services, actor.officeCode, importId);
  return importState(services, actor, importId);
}

test('a page is typed, its wrong NIK is told at once, and what is right goes into the register', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer, photo());
  const first = await type(services, officer, importId, 1, siti);
  expect(settled(first).checked).toEqual({ disposition: 'ready', problems: [] });
  const second = await type(services, officer, importId, 2, {
    ...siti,
    full_name: 'Slamet',
    nik: '337504070880002',
  });
  expect(settled(second).checked).toMatchObject({
    disposition: 'needs_mending',
    problems: [{ code: 'nik_too_short', count: 1 }],
  });
  const staged = await finished(services, officer, importId);
  expect(staged).toMatchObject({
    status: 'staged',
    entry: 'typed',
    counts: { data: 2, dispositions: { ready: 1, needs_mending: 1 }, actions: { new: 1, newOwners: 1 } },
  });
  settled(await execute(services, officer, applyImport, { importId }));
  await workOnList(services, officer.officeCode, importId);
  expect((await importState(services, officer, importId)).status).toBe('applied');
  const found = await read(services, officer, permission, (context) =>
    searchRegister(context, { text: 'siti aminah', filter: {}, offset: 0, limit: 5 }),
  );
  expect(settled(found).enterpriseIds).toHaveLength(1);
});

test('a mended row takes the place of the wrong one, and a row wiped out is gone', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer);
  const entryId = newId();
  await type(services, officer, importId, 1, { ...siti, nik: '3375' }, entryId);
  await type(services, officer, importId, 1, siti, entryId);
  // An answer that was lost on the way: the page sends the same once more.
  await type(services, officer, importId, 1, siti, entryId);
  expect((await pageOf(services, officer, importId)).entries).toMatchObject([
    { rowNumber: 1, disposition: 'ready', values: { nik: siti.nik } },
  ]);
  const wiped = await type(services, officer, importId, 1, { village: 'Jenggot' }, entryId);
  expect(settled(wiped).checked).toBeNull();
  expect((await pageOf(services, officer, importId)).entries).toEqual([]);
});

test('a second window of the same list overwrites nothing: its row gets the next number, also when sent twice', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer);
  const other = newId();
  await type(services, officer, importId, 1, siti);
  const send = () => type(services, officer, importId, 1, { full_name: 'Slamet' }, other);
  expect(settled(await send()).rowNumber).toBe(2);
  expect(settled(await send()).rowNumber).toBe(2);
  const names = (await pageOf(services, officer, importId)).entries.map(({ values }) => values.full_name);
  expect(names).toEqual(['Siti Aminah', 'Slamet']);
});

test('a row is taken out by the entry that stands there, and by no other', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer);
  const entryId = newId();
  await type(services, officer, importId, 1, siti, entryId);
  const remove = (entry: string) =>
    execute(services, officer, removeTypedRow, { importId, rowNumber: 1, entryId: entry });
  await remove(newId());
  expect((await pageOf(services, officer, importId)).entries).toHaveLength(1);
  await remove(entryId);
  expect((await pageOf(services, officer, importId)).entries).toHaveLength(0);
  expect((await remove(entryId)).ok).toBe(true);
});

test('someone on the register is found while typing, and by NIK the row completes their record', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  await anEnterprise(services, officer, { name: 'Batik Siti', owner: 'Siti Aminah', nik: siti.nik });
  const matches = await read(services, officer, permission, (context) =>
    typedMatches(context, { name: 'siti amin', village: '', nik: '', phone: '' }),
  );
  expect(settled(matches)).toMatchObject([{ by: 'name', ownerName: 'Siti Aminah' }]);
  const importId = await aTypedList(services, officer);
  await type(services, officer, importId, 1, { ...siti, business_name: 'Batik Siti' });
  const staged = await finished(services, officer, importId);
  expect(staged.counts?.actions).toMatchObject({ new: 0, newOwners: 0 });
  expect(staged.rows[0]?.enterpriseId).not.toBeNull();
});

test('nothing is typed any more once the list is finished, and an empty list is not finished', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer);
  expect(await execute(services, officer, finishTyping, { importId })).toMatchObject({
    refusal: { code: 'invalid_input', fields: [{ path: 'rows' }] },
  });
  await type(services, officer, importId, 1, siti);
  await finished(services, officer, importId);
  expect(await type(services, officer, importId, 2, siti)).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('a typed row that needed mending comes in by the sheet that was mended', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer);
  await type(services, officer, importId, 1, siti);
  await type(services, officer, importId, 2, { full_name: 'Slamet', nik: '3375', village: 'Jenggot' });
  await finished(services, officer, importId);
  settled(await execute(services, officer, applyImport, { importId }));
  await workOnList(services, officer.officeCode, importId);
  const headings = mendingHeader(
    fields.map((field) => ({ text: headingOfTyped(field) })),
    fields.length,
  );
  const mended = fields.map((field) => ({ full_name: 'Slamet', village: 'Jenggot' })[field as string] ?? '');
  const brought = await bringInMended(services, officer, {
    importId,
    file: aListFile([headings, [rowIdOf(importId, 2), '', ...mended]]),
  });
  const second = settled(brought).importId;
  await workOnList(services, officer.officeCode, second);
  await workOnList(services, officer.officeCode, second);
  const page = await importState(services, officer, second);
  expect(page).toMatchObject({ status: 'staged', counts: { dispositions: { ready: 1 } } });
  expect(page.rows[0]).toMatchObject({ ownerName: 'Slamet', villageName: 'Jenggot' });
});

test('another office neither types in the list nor sees its page', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const stranger = anActor(await anOffice(services, '33.26'));
  const importId = await aTypedList(services, officer, photo());
  expect(await type(services, stranger, importId, 1, siti)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await execute(services, stranger, openPaperPage, { importId })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  const seen = await read(services, stranger, permission, (context) => typingPage(context, importId));
  expect(settled(seen)).toBeNull();
});

test('a colleague sees the rows with masked numbers, and types in them only after taking over', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const colleague = anActor(office);
  const importId = await aTypedList(services, officer);
  await type(services, officer, importId, 1, siti);
  const before = await pageOf(services, colleague, importId);
  expect(before).toMatchObject({ isOwn: false, entries: [{ values: { nik: '…0001' } }] });
  expect(await type(services, colleague, importId, 2, siti)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  settled(await execute(services, colleague, takeOverTyping, { importId }));
  expect(await pageOf(services, colleague, importId)).toMatchObject({
    isOwn: true,
    entries: [{ values: { nik: siti.nik } }],
  });
  expect((await type(services, officer, importId, 2, siti)).ok).toBe(false);
});

test('a column found later is added beside what is typed; one in which something is typed stays', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const importId = await aTypedList(services, officer);
  await type(services, officer, importId, 1, siti);
  settled(await execute(services, officer, chooseTypedColumns, { importId, fields: ['full_name', 'sales'] }));
  const page = await pageOf(services, officer, importId);
  expect(page.fields).toEqual(['full_name', 'nik', 'rt', 'rw', 'village', 'activity', 'sales']);
  expect(page.entries[0]?.values).toEqual(siti);
  const more = await type(services, officer, importId, 2, { full_name: 'Sri', sales: '1,5jt' });
  expect(settled(more).checked?.disposition).toBe('ready');
});

test('the photo is told by its bytes; who looks at it stands in the audit; it goes with a list that is given up', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const start = (file: File) => startTyping(services, officer, { facts: { ...listFacts, fields }, file });
  expect(await start(new File(['MZ a program'], 'foto.jpg'))).toMatchObject({
    refusal: { fields: [{ path: 'file', code: 'wrong_format' }] },
  });
  const { importId } = settled(await start(photo()));
  settled(await addPaperPage(services, officer, { importId, file: new File(['%PDF-1.7 '], 'dua.pdf') }));
  const open = (page: number) => execute(services, officer, openPaperPage, { importId, page });
  const pages = [settled(await open(1)), settled(await open(2))];
  expect(pages.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'application/pdf']);
  expect(await open(3)).toMatchObject({ refusal: { code: 'not_found' } });
  const audit = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select('action').where('action', '=', 'list.page_opened').execute(),
  );
  expect(audit).toHaveLength(2);
  settled(await execute(services, officer, cancelImport, { importId }));
  await workOnList(services, office, importId);
  expect(await open(1)).toMatchObject({ refusal: { code: 'not_found' } });
  for (const { storageKey } of pages) expect(await services.files.stat(storageKey)).toBeNull();
});

test('a list whose columns name nobody is not begun', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const started = await startTyping(services, officer, { facts: { ...listFacts, fields: ['nik', 'rt'] } });
  expect(started).toMatchObject({ refusal: { fields: [{ path: 'fields', code: 'blank' }] } });
});
