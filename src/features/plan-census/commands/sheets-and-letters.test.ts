import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aListedFrame, anEnumerator, aRunningRound, rowsOf, village } from '../factory.ts';
import { censusPermissions } from '../permissions.ts';
import { checkLetter, lettersPage, printedLetters } from '../queries/letters.server.ts';
import { roundLines } from '../queries/round-lines.server.ts';
import { sheetsPage, sheetViews } from '../queries/sheet-pages.server.ts';
import { cardsPdf } from '../screens/card-document.server.tsx';
import { lettersPdf } from '../screens/letter-document.server.tsx';
import { keySheet } from './key-sheet.server.ts';
import { issueLetters, revokeLetter } from './letters.server.ts';
import { changeMember, dropMember } from './members.server.ts';

async function aRound() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { sourceListId } = await aListedFrame(services, officer, [
    ['02/05', 'Siti'],
    ['02/05', 'Aminah'],
    ['01/03', 'Budi'],
  ]);
  const roundId = await aRunningRound(services, officer, { sourceListIds: [sourceListId] });
  return { services, office, officer, roundId };
}

const place = { villageCode: village, rw: '02', rt: '05' };

test('what the RT told stands on the rows and is no visit: their status stays', async () => {
  const { services, office, officer, roundId } = await aRound();
  const [, first, second] = await rowsOf(services, office, roundId);
  const sheet = {
    roundId,
    place,
    answers: [
      { rowId: first!.rowId, answer: 'still_running' },
      { rowId: second!.rowId, answer: 'closed' },
    ],
    informant: 'Ketua RT',
    toldOn: '2026-05-05',
    isSigned: true,
  };
  const key = (more: object = {}) => execute(services, officer, keySheet, { ...sheet, ...more });
  expect(await key()).toMatchObject({ value: { changed: 2 } });
  expect(await key()).toMatchObject({ value: { changed: 0 } });
  const told = await rowsOf(services, office, roundId);
  expect(told.map(({ rtInformation, status }) => [rtInformation, status])).toEqual([
    [null, 'open'],
    ['still_running', 'open'],
    ['closed', 'open'],
  ]);
  expect(await key({ answers: [{ rowId: second!.rowId, answer: null }] })).toMatchObject({
    value: { changed: 1 },
  });
  const audit = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select('details')
      .where('action', '=', 'census.sheet_keyed')
      .orderBy('eventId')
      .execute(),
  );
  expect(audit).toHaveLength(2);
  expect(audit[1]?.details).toMatchObject({
    changes: [{ rowId: second!.rowId, before: 'closed', after: null }],
  });
  const view = await read(services, officer, censusPermissions['census.view'], (context) =>
    sheetViews(context, roundId, place),
  );
  expect(view.ok && view.value?.sheets).toMatchObject([
    {
      informant: 'Ketua RT',
      isSigned: true,
      lines: [{ owner: 'Aminah', told: 'still_running' }, { told: null }],
    },
  ]);
});

test('a sheet takes the names of its own RT only, and no day that has not come', async () => {
  const { services, office, officer, roundId } = await aRound();
  const [elsewhere] = await rowsOf(services, office, roundId);
  const key = (more: object, actor = officer) =>
    execute(services, actor, keySheet, { roundId, place, answers: [], ...more });
  expect(await key({ answers: [{ rowId: elsewhere!.rowId, answer: 'closed' }] })).toMatchObject({
    refusal: { fields: [{ path: 'answers' }] },
  });
  expect(await key({ toldOn: '2026-05-07' })).toMatchObject({
    refusal: { fields: [{ path: 'toldOn', code: 'date_in_future' }] },
  });
  expect(await key({ place: { ...place, rt: '99' } })).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await key({}, anActor(office, 'head'))).toMatchObject({ refusal: { code: 'forbidden' } });
  await anOffice(services, '33.25');
  expect(await key({}, anActor('33.25'))).toMatchObject({ refusal: { code: 'not_found' } });
});

const letter = {
  number: '094/##/DKUKM/2026',
  issuedOn: '2026-05-01',
  validTo: '2026-05-31',
  signatoryName: 'Drs. Bambang',
  signatoryPosition: 'Kepala Dinas',
  signatoryNip: '',
};

test('anybody can check a letter by its code: valid, revoked when it was replaced, unknown', async () => {
  const { services, officer, roundId } = await aRound();
  const { userId } = await anEnumerator(services, officer, roundId, 'Nur Aisyah');
  const issue = () => execute(services, officer, issueLetters, { roundId, userIds: [userId], ...letter });
  const lettersNow = async () => {
    const page = await read(services, officer, censusPermissions['census.view'], (context) =>
      lettersPage(context, roundId),
    );
    if (!page.ok || !page.value) throw new Error('no round');
    return page.value.page;
  };
  expect(await issue()).toMatchObject({ ok: true });
  const [first] = (await lettersNow()).letters;
  expect(first).toMatchObject({ number: '094/01/DKUKM/2026', personName: 'Nur Aisyah', state: 'valid' });
  const typed = first!.checkCode.toUpperCase().replaceAll('-', ' ');
  expect(await checkLetter(services, '10.0.0.1', typed)).toMatchObject({
    value: { state: 'valid', personName: 'Nur Aisyah', duty: 'enumerator', officeName: 'Dinas UMKM 33.75' },
  });
  expect(await issue()).toMatchObject({ ok: true });
  expect(await checkLetter(services, '10.0.0.1', typed)).toMatchObject({ value: { state: 'revoked' } });
  expect(await checkLetter(services, '10.0.0.1', 'aaaa-aaaa-aaaa')).toEqual({ ok: true, value: null });

  const page = await lettersNow();
  expect(page.values).toMatchObject({ signatoryName: 'Drs. Bambang', signatoryPosition: 'Kepala Dinas' });
  const standing = page.letters.find(({ state }) => state === 'valid');
  const revoke = () => execute(services, officer, revokeLetter, { roundId, letterId: standing?.letterId });
  expect(await revoke()).toMatchObject({ ok: true });
  expect(await revoke()).toMatchObject({ refusal: { code: 'already_done' } });
  services.setNow(new Date('2026-06-01T03:00:00Z'));
  expect(await checkLetter(services, '10.0.0.1', standing?.checkCode ?? '')).toMatchObject({
    value: { state: 'revoked' },
  });
});

test('codes are not to be guessed: too many checks from one address have to wait', async () => {
  const { services } = await aRound();
  for (let at = 0; at < 60; at++) await checkLetter(services, '10.0.0.9', 'aaaa-aaaa-aaaa');
  expect(await checkLetter(services, '10.0.0.9', 'aaaa-aaaa-aaaa')).toMatchObject({
    refusal: { code: 'rate_limited' },
  });
});

test('letters are for people of the round, and end after they begin', async () => {
  const { services, office, officer, roundId } = await aRound();
  const issue = (more: object, actor = officer) =>
    execute(services, actor, issueLetters, { roundId, userIds: ['orang-lain'], ...letter, ...more });
  expect(await issue({})).toMatchObject({ refusal: { fields: [{ path: 'userIds' }] } });
  expect(await issue({ validTo: '2026-04-30' })).toMatchObject({
    refusal: { fields: [{ path: 'validTo' }] },
  });
  expect(await issue({}, anActor(office, 'head'))).toMatchObject({ refusal: { code: 'forbidden' } });
});

test('all letters that hold come as one PDF, and so do the name cards', async () => {
  const { services, officer, roundId } = await aRound();
  const people = [
    await anEnumerator(services, officer, roundId, 'Raden Ajeng Siti Nurhaliza Kusumaningrum'),
    await anEnumerator(services, officer, roundId, 'Budi'),
  ];
  const userIds = people.map(({ userId }) => userId);
  await execute(services, officer, issueLetters, { roundId, userIds, ...letter });
  const printed = await read(services, officer, censusPermissions['census.plan'], (context) =>
    printedLetters(context, roundId, null),
  );
  if (!printed.ok || !printed.value) throw new Error('no letters');
  const pixel =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const toPrint = printed.value.map((one) => ({
    ...one,
    qr: pixel,
    checkAddress: 'contoh.id/periksa-tugas',
  }));
  const letters = (await lettersPdf(toPrint)).toString('latin1');
  expect(letters.startsWith('%PDF-')).toBe(true);
  expect(letters.match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect((await cardsPdf(toPrint)).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('the letter of somebody who left the round holds no more, and an old page does not bring them back', async () => {
  const { services, officer, roundId } = await aRound();
  const { userId } = await anEnumerator(services, officer, roundId);
  const issued = await execute(services, officer, issueLetters, {
    roundId,
    userIds: [userId],
    number: '094/01/DKUKM',
    issuedOn: '2026-05-01',
    validTo: '2026-12-31',
    signatoryName: 'Ibu Kepala',
    signatoryPosition: 'Kepala Dinas',
  });
  expect(issued).toMatchObject({ ok: true });
  const person = { roundId, userId, duty: 'enumerator' };
  expect(await execute(services, officer, dropMember, person)).toMatchObject({ ok: true });
  const page = await read(services, officer, censusPermissions['census.view'], (context) =>
    lettersPage(context, roundId),
  );
  const letter = page.ok ? page.value?.page.letters[0] : undefined;
  expect(letter?.state).toBe('revoked');
  expect(await checkLetter(services, '203.0.113.9', letter?.checkCode ?? '')).toMatchObject({
    value: { state: 'revoked' },
  });
  expect(await execute(services, officer, changeMember, person)).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});

test('who answers for an area sees and keys its sheets, and no others', async () => {
  const { services, office, officer, roundId } = await aRound();
  const [, row] = await rowsOf(services, office, roundId);
  const sheet = { roundId, place, answers: [{ rowId: row!.rowId, answer: 'moved' }] };
  const of = (kind: 'district' | 'village' | 'group', code: string) =>
    anActor(office, 'companion', { kind, code });
  for (const stranger of [of('district', '33.75.01'), of('village', '33.75.04.1006'), of('group', newId())])
    expect(await execute(services, stranger, keySheet, sheet)).toMatchObject({
      refusal: { code: 'not_found' },
    });
  const permission = censusPermissions['census.view_sheets'];
  const pageOf = async (actor: typeof officer) => {
    const page = await read(services, actor, permission, (context) => sheetsPage(context, roundId, village));
    return page.ok ? page.value : null;
  };
  expect(await pageOf(of('district', '33.75.01'))).toMatchObject({ villages: [], sheets: [] });
  expect(await pageOf(of('group', newId()))).toBeNull();
  const own = of('district', '33.75.04');
  expect((await pageOf(own))?.sheets).toHaveLength(2);
  expect(await execute(services, own, keySheet, sheet)).toMatchObject({ value: { changed: 1 } });
  const rounds = await read(services, of('village', '33.75.01.1004'), permission, roundLines);
  expect(rounds).toMatchObject({ value: [] });
  expect(await read(services, own, permission, roundLines)).toMatchObject({ value: [{ listed: 3 }] });
});
