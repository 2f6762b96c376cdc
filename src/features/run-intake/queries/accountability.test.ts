import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { must, refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { zipEntries } from '#testing/zip-entries.ts';
import { addSignatory } from '../../run-office/commands/keep-signatories.server.ts';
import { issueCertificates, revokeCertificate } from '../commands/issue-certificates.server.ts';
import { addIntakeFiles, removeIntakeFile, restoreIntakeFile } from '../commands/keep-intake-files.server.ts';
import { saveSheet } from '../commands/mark-attendance.server.ts';
import { savePaperSettings } from '../commands/save-paper-settings.server.ts';
import { closeIntakeLedger } from '../commands/write-ledger.server.ts';
import { aSeatedIntake, aSession } from '../factory.ts';
import { runPermissions } from '../permissions.ts';
import { firstSettings, type PaperSettings } from '../rules/paper-settings.ts';
import { activityPapers, paperFile, paperWish } from './activity-papers.server.ts';
import { certificatesPage, certificatesToPrint, checkCertificate } from './certificates-page.server.ts';
import { intakeFile, spjPage } from './spj-page.server.ts';

const view = runPermissions['papers.view'];

/** Three people; the first comes to both days, the second to one, the third to none. */
async function aHeldIntake() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const admin = anActor(office, 'data_officer');
  const { intakeId, seated } = await aSeatedIntake(services, officer, { endsOn: '2026-05-07' });
  const days = ['2026-05-06', '2026-05-07'];
  const sessions: string[] = [];
  for (const day of days) sessions.push(await aSession(services, officer, intakeId, day));
  const signatoryId = newId();
  must(
    await execute(services, admin, addSignatory, {
      signatoryId,
      duty: 'head',
      name: 'Dra. Siti, M.M.',
      rank: 'Pembina Tk. I (IV/b)',
      nip: '198008172005012003',
      position: 'Kepala Dinas',
      acting: 'plt',
      validFrom: '2026-01-01',
    }),
  );
  services.setNow(new Date('2026-05-08T03:00:00Z'));
  const came = [
    ['present', 'present'],
    ['late', 'absent'],
    ['absent', 'excused'],
  ] as const;
  const mark = async () => {
    for (const [at, sessionId] of sessions.entries()) {
      const lines = seated.map(({ participantId }, who) => ({
        participantId,
        state: came[who]?.[at] ?? 'absent',
        shown: null,
      }));
      must(await execute(services, officer, saveSheet, { sessionId, lines }));
    }
  };
  const ids = seated.map(({ participantId }) => participantId);
  const issue = (given: object = {}) =>
    execute(services, officer, issueCertificates, {
      intakeId,
      percent: 80,
      pattern: '###/SERT/V/2026',
      issuedOn: '2026-05-08',
      participants: [ids[0]],
      reasons: {},
      ...given,
    });
  const page = (percent?: number) =>
    read(services, officer, view, (context) => certificatesPage(context, { intakeId, percent })).then(
      (found) => (found.ok ? found.value : null),
    );
  const ledger = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('supportRecords')
        .select(['enterpriseId', 'outcome', 'title', 'sourceId'])
        .orderBy('outcome')
        .execute(),
    );
  return { services, office, officer, admin, intakeId, seated, ids, sessions, mark, issue, page, ledger };
}

const asForm = ({ transportPerDay, material, ...rest }: PaperSettings) => ({
  ...rest,
  transportPerDay: String(transportPerDay),
  material: String(material),
  headId: '',
  organiserId: '',
  treasurerId: '',
});

test('papers of an intake print at once, with nothing filled in, as Word, PDF and both together', async () => {
  const { services, officer, intakeId, mark } = await aHeldIntake();
  await mark();
  const papers = async (file: string) => {
    const wish = paperWish(file);
    if (!wish) throw new Error(file);
    const found = await read(services, officer, view, (context) =>
      activityPapers(context, intakeId, wish.kind),
    );
    return paperFile(must(found) ?? [], wish);
  };
  const bundle = await papers('semua.zip');
  const entries = await zipEntries(bundle.content);
  expect([...entries.keys()]).toEqual([
    '1-undangan.docx',
    '2-daftar-hadir-2026-05-06.docx',
    '2-daftar-hadir-2026-05-07.docx',
    '3-tanda-terima.docx',
    '4-berita-acara.docx',
    '5-laporan.docx',
    'semua.pdf',
  ]);
  const { text: pieces, pages } = pdfText(entries.get('semua.pdf') ?? Buffer.alloc(0));
  const text = pieces.replaceAll('\n', '');
  expect(pages).toBeGreaterThanOrEqual(7);
  expect(text).toContain('Plt. Kepala Dinas,');
  expect(text).toContain('NIP. 19800817 200501 2 003');
  expect(text).toContain('2 dari 3 peserta hadir');
  expect((await papers('undangan.docx')).name).toBe('1-undangan.docx');
  expect((await papers('daftar-hadir.docx')).mediaType).toBe('application/zip');
  expect(pdfText((await papers('daftar-hadir.pdf')).content).pages).toBe(2);
  for (const none of ['semua.docx', 'undangan.zip', 'lain.pdf', '../semua.pdf'])
    expect(paperWish(none)).toBeNull();
});

test('what papers bear is kept once; of two who save at once the second is told', async () => {
  const { services, officer, office, intakeId } = await aHeldIntake();
  const first = firstSettings({ startsOn: '2026-05-06', endsOn: '2026-05-07' }, 'Pelatihan');
  const save = (changes: object, revision: number, by = officer) =>
    execute(services, by, savePaperSettings, {
      intakeId,
      revision,
      settings: { ...asForm(first), ...changes },
    });
  expect(await save({ transportPerDay: '50.000' }, 0)).toMatchObject({ ok: true });
  expect(await save({ transportPerDay: '60.000' }, 0)).toEqual(refused('conflict_stale'));
  expect(await save({ transportPerDay: '75 rb' }, 1)).toMatchObject({ ok: true });
  expect(await save({ transportPerDay: 'banyak' }, 2)).toMatchObject({
    refusal: { fields: [{ path: 'settings.transportPerDay' }] },
  });
  expect(await save({}, 2, anActor(office, 'partner'))).toEqual(refused('forbidden'));
  expect(await save({}, 2, anActor('33.74'))).toMatchObject({ ok: false });
  const page = must(await read(services, officer, view, (context) => spjPage(context, intakeId)));
  expect(page).toMatchObject({ revision: 2, settings: { transportPerDay: 75_000 }, hasHead: true });
});

test('photographs lose what the camera wrote, the same file is kept once, and the count rises', async () => {
  const { services, officer, intakeId, sessions } = await aHeldIntake();
  const photo = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#a64' } })
    .withExif({ IFD0: { Make: 'Rahasia' } })
    .jpeg()
    .toBuffer();
  const file = (bytes: Buffer, name = 'foto.jpg') => new File([new Uint8Array(bytes)], name);
  const pdf = file(Buffer.from('%PDF-1.7 nota'), 'nota.pdf');
  const add = (kind: string, files: File[], sessionId?: string) =>
    addIntakeFiles(services, officer, { intakeId, kind, sessionId }, files);
  expect(await add('activity_photo', [file(photo), file(photo), file(Buffer.from('MZ')), pdf])).toMatchObject(
    {
      added: 2,
      known: 1,
      refused: [{ name: 'foto.jpg' }],
    },
  );
  for (const kind of ['invitation', 'receipt_list', 'minutes', 'report', 'invoice'])
    expect(await add(kind, [pdf])).toMatchObject({ added: 1 });
  expect(await add('attendance_sheet', [pdf], sessions[0])).toMatchObject({ added: 1 });
  const page = async () => must(await read(services, officer, view, (context) => spjPage(context, intakeId)));
  const before = await page();
  expect(before?.spj).toMatchObject({ done: 6, of: 7, missing: ['attendance_sheet'] });
  await add('attendance_sheet', [file(photo)], sessions[1]);
  expect((await page())?.spj).toMatchObject({ done: 7, missing: [] });

  const kept = before?.files.find(({ isPhoto }) => isPhoto);
  const of = { intakeId, fileId: kept?.fileId ?? '' };
  const stored = must(await read(services, officer, view, (context) => intakeFile(context, of)));
  const shown = await sharp(services.files.pathOf(stored?.storageKey ?? '')).metadata();
  expect(shown).toMatchObject({ width: 2000, format: 'jpeg' });
  expect(shown.exif).toBeUndefined();

  expect(await execute(services, officer, removeIntakeFile, of)).toMatchObject({ ok: true });
  expect(must(await read(services, officer, view, (context) => intakeFile(context, of)))).toBeNull();
  expect(await execute(services, anActor('33.74'), restoreIntakeFile, of)).toMatchObject({ ok: false });
  expect(await execute(services, officer, restoreIntakeFile, of)).toMatchObject({ ok: true });
  expect((await page())?.files).toHaveLength(9);
});

test('certificates go to those who came enough; others only with a reason, which is kept', async () => {
  const { mark, issue, page, ids } = await aHeldIntake();
  await mark();
  const before = await page();
  expect(before).toMatchObject({ sessions: 2, unmarked: 0, nextNumber: '001/SERT/V/2026' });
  expect(before?.waiting.map(({ there, of, enough }) => [there, of, enough])).toEqual([
    [2, 2, true],
    [1, 2, false],
    [0, 2, false],
  ]);
  expect((await page(50))?.waiting.map(({ enough }) => enough)).toEqual([true, true, false]);
  expect(await issue({ participants: ids.slice(0, 2) })).toMatchObject({
    refusal: { code: 'invalid_input', fields: [{ path: `reasons.${ids[1]}` }] },
  });
  expect((await page())?.issued).toEqual([]);
  const reasons = { [ids[1] ?? '']: 'Ikut susulan' };
  expect(await issue({ participants: ids.slice(0, 2), reasons })).toMatchObject({ value: { issued: 2 } });
  const after = await page();
  expect(after?.issued.map(({ number, overrideReason }) => [number, overrideReason])).toEqual([
    ['001/SERT/V/2026', null],
    ['002/SERT/V/2026', 'Ikut susulan'],
  ]);
  expect(after?.waiting.map(({ participantId }) => participantId)).toEqual([ids[2]]);
});

test('sent twice, or by two at once, nobody gets two certificates and no number is given twice', async () => {
  const { mark, issue, page } = await aHeldIntake();
  await mark();
  const both = await Promise.all([issue({ percent: 50 }), issue({ percent: 50 })]);
  expect(both.map((one) => one.ok && one.value.issued).toSorted()).toEqual([0, 1]);
  expect((await page())?.issued).toHaveLength(1);
});

test('without anybody to sign, for strangers, or with a pattern without a running number nothing is issued', async () => {
  const { services, office, admin, issue, mark } = await aHeldIntake();
  await mark();
  expect(await issue({ issuedOn: '2025-12-31' })).toMatchObject({
    refusal: { fields: [{ path: 'signatoryId', code: 'blank' }] },
  });
  expect(await issue({ participants: [newId()] })).toEqual(refused('not_found'));
  expect(await issue({ pattern: 'SERT/2026' })).toMatchObject({ refusal: { fields: [{ path: 'pattern' }] } });
  expect(await execute(services, anActor(office, 'head'), issueCertificates, {})).toEqual(
    refused('forbidden'),
  );
  expect(
    await execute(services, anActor('33.74'), issueCertificates, {
      intakeId: newId(),
      percent: 80,
      pattern: '#',
      issuedOn: '2026-05-08',
      participants: [newId()],
      reasons: {},
    }),
  ).toMatchObject({ ok: false });
  expect(admin.officeCode).toBe(office);
});

test('anybody can check a certificate by its code: valid, then revoked with its day, and nothing besides', async () => {
  const { services, officer, intakeId, mark, issue, page } = await aHeldIntake();
  await mark();
  await issue();
  const [one] = (await page())?.issued ?? [];
  const code = one?.verifyCode ?? '';
  const check = (typed: string) => checkCertificate(services, '203.0.113.9', typed);
  const answer = must(await check(` ${code.toUpperCase().replaceAll('-', ' ')} `));
  expect(answer).toEqual({
    officeName: expect.any(String),
    name: 'Pemilik 1',
    programme: expect.any(String),
    startsOn: '2026-05-06',
    endsOn: '2026-05-07',
    number: '001/SERT/V/2026',
    issuedOn: '2026-05-08',
    revokedOn: null,
  });
  expect(must(await check('aaaa-bbbb-cccc'))).toBeNull();
  const revoke = { intakeId, certificateId: one?.certificateId, reason: 'Salah nama' };
  expect(await execute(services, officer, revokeCertificate, { ...revoke, intakeId: newId() })).toEqual(
    refused('not_found'),
  );
  expect(await execute(services, officer, revokeCertificate, revoke)).toMatchObject({ ok: true });
  expect(await execute(services, officer, revokeCertificate, revoke)).toEqual(refused('already_done'));
  expect(must(await check(code))?.revokedOn).toBe('2026-05-08');
  // Another may follow, with a number of its own.
  expect(await issue()).toMatchObject({ value: { issued: 1 } });
  expect((await page())?.issued.map(({ number, revokedOn }) => [number, revokedOn])).toEqual([
    ['001/SERT/V/2026', '2026-05-08'],
    ['002/SERT/V/2026', null],
  ]);
  const printed = must(
    await read(services, officer, view, (context) =>
      certificatesToPrint(context, { intakeId, certificateId: null }),
    ),
  );
  expect(printed?.map(({ number, hours, signatory }) => [number, hours, signatory.acting])).toEqual([
    ['002/SERT/V/2026', 14, 'plt'],
  ]);
  for (let tries = 0; tries < 60; tries += 1) await check('aaaa');
  expect(await check(code)).toMatchObject({ refusal: { code: 'rate_limited' } });
});

test('the ledger tells how it ended for everybody, and a retry writes nothing twice', async () => {
  const { services, officer, intakeId, mark, issue, ledger } = await aHeldIntake();
  const close = () => execute(services, officer, closeIntakeLedger, { intakeId, percent: 80 });
  expect(await close()).toEqual(refused('wrong_state'));
  await mark();
  await issue();
  expect((await ledger()).map(({ outcome }) => outcome)).toEqual(['completed']);
  expect(await close()).toMatchObject({ value: { people: 3, written: 2 } });
  expect(await close()).toMatchObject({ value: { people: 3, written: 0 } });
  const lines = await ledger();
  expect(lines.map(({ outcome }) => outcome)).toEqual(['absent', 'completed', 'left']);
  expect(new Set(lines.map(({ sourceId }) => sourceId))).toEqual(new Set([intakeId]));
  services.setNow(new Date('2026-05-06T03:00:00Z'));
  expect(await close()).toEqual(refused('wrong_state'));
});

test('an officer of one village sees neither papers nor certificates nor files, which name people of all', async () => {
  const { services, office, officer, intakeId, mark, issue } = await aHeldIntake();
  await mark();
  must(await issue());
  const pdf = new File(['%PDF-1.7\n%%EOF'], 'ber\0kas.pdf');
  expect(await addIntakeFiles(services, officer, { intakeId, kind: 'other' }, [pdf])).toMatchObject({
    added: 1,
  });
  const [file] =
    must(await read(services, officer, view, (context) => spjPage(context, intakeId)))?.files ?? [];
  expect(file?.name).toBe('berkas.pdf');
  const seen = async (by: typeof officer) => [
    must(await read(services, by, view, (context) => spjPage(context, intakeId))),
    must(await read(services, by, view, (context) => activityPapers(context, intakeId, 'minutes'))),
    must(await read(services, by, view, (context) => certificatesPage(context, { intakeId }))),
    must(
      await read(services, by, view, (context) =>
        certificatesToPrint(context, { intakeId, certificateId: null }),
      ),
    ),
    must(
      await read(services, by, view, (context) =>
        intakeFile(context, { intakeId, fileId: file?.fileId ?? '' }),
      ),
    ),
  ];
  const ofVillage = anActor(office, 'officer', { kind: 'village', code: '33.75.01.1001' });
  expect(await seen(ofVillage)).toEqual([null, null, null, null, null]);
  expect(await seen(officer)).not.toContain(null);
});
