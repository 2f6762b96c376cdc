import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { permissions } from '../permissions.ts';
import { cityOn, letterheadOn, signatoriesOn } from '../queries/letterhead-on.server.ts';
import { papersPage } from '../queries/papers-page.server.ts';
import { addSignatory, changeSignatory, endSignatory } from './keep-signatories.server.ts';
import { setLetterhead } from './set-letterhead.server.ts';

const office = '33.75';
const admin = anActor(office, 'data_officer');
const kop = {
  effectiveOn: '2026-01-01',
  lines: 'Pemerintah Kota Pekalongan\nDinas Usaha Mikro',
  address: 'Jalan Majapahit 5',
  contact: '',
  city: 'Pekalongan',
  keepLogo: true,
  logo: null,
};
const head = (of: object = {}) => ({
  signatoryId: newId(),
  duty: 'head',
  name: 'Dra. Siti, M.M.',
  rank: 'Pembina Tk. I (IV/b)',
  nip: '19800817 200501 2 003',
  position: 'Kepala Dinas',
  acting: '',
  validFrom: '2026-01-01',
  validTo: '',
  ...of,
});
const on = <T>(services: Services, work: (trx: Parameters<typeof letterheadOn>[0]) => Promise<T>) =>
  withOffice(services.db, office, work);
const picture = async (width: number, height: number) =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width, height, channels: 3, background: '#27346b' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    'lambang.jpg',
  );

test('papers of a day bear the letterhead of that day; before there is one, the name of the office', async () => {
  const services = await freshServices();
  await anOffice(services, office);
  expect((await on(services, (trx) => letterheadOn(trx, office, '2025-12-31'))).lines).toHaveLength(1);
  expect(await on(services, (trx) => cityOn(trx, office, '2025-12-31'))).toBe('Pekalongan');
  expect(await setLetterhead(services, admin, { ...kop, logo: await picture(1500, 900) })).toMatchObject({
    ok: true,
  });
  const later = { ...kop, effectiveOn: '2026-06-01', city: 'Kajen', lines: 'Dinas Baru' };
  expect(await setLetterhead(services, admin, later)).toMatchObject({ ok: true });

  const first = await on(services, (trx) => letterheadOn(trx, office, '2026-05-31'));
  expect(first).toMatchObject({ lines: ['Pemerintah Kota Pekalongan', 'Dinas Usaha Mikro'], contact: null });
  expect(await sharp(first.logo ?? undefined).metadata()).toMatchObject({
    format: 'png',
    width: 600,
    height: 360,
  });
  const second = await on(services, (trx) => letterheadOn(trx, office, '2026-06-01'));
  expect(second).toMatchObject({ lines: ['Dinas Baru'], logo: first.logo });
  expect(await on(services, (trx) => cityOn(trx, office, '2026-06-01'))).toBe('Kajen');
  expect((await on(services, (trx) => letterheadOn(trx, office, '2025-12-31'))).logo).toBeNull();
});

test('a letterhead is refused by officers, with too large or foreign files, and with an empty head', async () => {
  const services = await freshServices();
  await anOffice(services, office);
  expect(await setLetterhead(services, anActor(office, 'officer'), kop)).toEqual(refused('forbidden'));
  const huge = new File([new Uint8Array(1024 * 1024 + 1)], 'besar.png');
  expect(await setLetterhead(services, admin, { ...kop, logo: huge })).toMatchObject({
    refusal: { code: 'file_too_large' },
  });
  for (const bytes of [Buffer.from('%PDF-1.7'), Buffer.from([0xff, 0xd8, 0xff, 0x00])]) {
    const logo = new File([bytes], 'lambang.png');
    expect(await setLetterhead(services, admin, { ...kop, logo })).toMatchObject({
      refusal: { fields: [{ path: 'logo', code: 'wrong_format' }] },
    });
  }
  expect(await setLetterhead(services, admin, { ...kop, lines: ' \n ' })).toMatchObject({
    refusal: { fields: [{ path: 'lines', code: 'blank' }] },
  });
});

test('whoever signs is printed as of the day of the paper, and another office sees nothing of it', async () => {
  const services = await freshServices();
  await anOffice(services, office);
  await anOffice(services, '33.74');
  const first = head();
  expect(await execute(services, admin, addSignatory, first)).toMatchObject({ ok: true });
  expect(await execute(services, admin, addSignatory, first)).toMatchObject({ ok: true });
  expect(
    await execute(services, admin, endSignatory, { signatoryId: first.signatoryId, validTo: '2026-02-28' }),
  ).toMatchObject({ ok: true });
  const acting = head({ name: 'Budi, S.E.', acting: 'plt', validFrom: '2026-03-01', rank: '', nip: '' });
  expect(await execute(services, admin, addSignatory, acting)).toMatchObject({ ok: true });

  const names = async (day: string, of = office) =>
    (await withOffice(services.db, of, (trx) => signatoriesOn(trx, of, day))).map((one) => one.name);
  expect(await names('2026-02-28')).toEqual(['Dra. Siti, M.M.']);
  expect(await names('2026-03-01')).toEqual(['Budi, S.E.']);
  expect(await names('2026-03-01', '33.74')).toEqual([]);
  const [plt] = await on(services, (trx) => signatoriesOn(trx, office, '2026-03-01'));
  expect(plt).toMatchObject({ acting: 'plt', rank: null, nip: null });
  const elsewhere = anActor('33.74', 'data_officer');
  const mend = { ...acting, revision: '1', name: 'Orang Lain' };
  expect(await execute(services, elsewhere, changeSignatory, mend)).toEqual(refused('not_found'));
});

test('what was mended in the meantime is not overwritten, and an impossible NIP is refused', async () => {
  const services = await freshServices();
  await anOffice(services, office);
  const first = head();
  await execute(services, admin, addSignatory, first);
  const mended = { ...first, name: 'Dra. Siti Aminah, M.M.', revision: '1' };
  expect(await execute(services, admin, changeSignatory, mended)).toMatchObject({ ok: true });
  expect(await execute(services, admin, changeSignatory, mended)).toEqual(refused('conflict_stale'));
  expect(await execute(services, admin, addSignatory, head({ nip: '1980' }))).toMatchObject({
    refusal: { fields: [{ path: 'nip', code: 'nip_length' }] },
  });
  expect(await execute(services, admin, addSignatory, head({ validTo: '2025-01-01' }))).toMatchObject({
    refusal: { fields: [{ path: 'validTo' }] },
  });
  const page = await read(services, admin, permissions['papers.view'], papersPage);
  expect(page.ok && page.value.signatories.map(({ name, nip }) => [name, nip])).toEqual([
    ['Dra. Siti Aminah, M.M.', '198008172005012003'],
  ]);
  const actions = await on(services, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select('action')
      .where('action', 'like', 'office.signatory%')
      .orderBy('eventId')
      .execute(),
  );
  expect(actions.map((one) => one.action)).toEqual(['office.signatory_added', 'office.signatory_changed']);
});
