import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { zipEntries } from '#testing/zip-entries.ts';
import { exportOutcomes } from '../commands/export-outcomes.server.ts';
import { takeLinks } from '../commands/make-links.server.ts';
import { recordAnswer } from '../commands/record-answer.server.ts';
import { anEndedIntake, someAnswers } from '../factory.ts';
import { outcomePermissions } from '../permissions.ts';
import { linkSheet } from './link-sheet.server.ts';
import { outcomeSheet } from './outcome-sheet.server.ts';

const sheetsOf = async (workbook: Readable) => {
  const entries = await zipEntries(await buffer(workbook));
  return [1, 2].map((at) => entries.get(`xl/worksheets/sheet${at}.xml`)?.toString() ?? '');
};

test('the workbooks hold everybody asked, the silent among them, and each the link of their own; no number', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId } = await anEndedIntake(services, officer);
  const links = must(await execute(services, officer, takeLinks, { intakeId, months: 3 }));
  const answers = someAnswers({ salesBand: 'to_15', helped: 'cara foto' });
  const askId = links[0]!.ask.askId;
  must(await execute(services, officer, recordAnswer, { askId, answerId: newId(), answers }));

  const permission = outcomePermissions['outcome.export'];
  const workbook = must(
    await read(services, officer, permission, (context) => outcomeSheet(context, intakeId, 'id')),
  );
  const [people = '', sums = ''] = await sheetsOf(workbook!);
  for (const said of [
    'Batik Siti',
    'Batik Karsi',
    'Belum dibenarkan',
    'Ditunggu',
    'Rp 5–15 juta',
    'cara foto',
  ])
    expect(people).toContain(said);
  expect(sums).toContain('Belum ada kabar');

  const site = 'https://umkm.contoh.go.id';
  const taken = must(
    await read(services, officer, permission, (context) => linkSheet(context, links, { site, locale: 'id' })),
  );
  const [handed = ''] = await sheetsOf(taken);
  for (const { link } of links) expect(handed).toContain(`${site}${link}`);
  expect(`${people}${handed}`).not.toMatch(/62812|0812/);
});

test('who leaves with names leaves a line, and a companion does not', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId } = await anEndedIntake(services, officer);
  const take = (actor = officer) => execute(services, actor, exportOutcomes, { intakeId });
  expect(await take()).toMatchObject({ ok: true });
  expect(await take(anActor(office, 'companion'))).toMatchObject({ refusal: { code: 'forbidden' } });
  expect(await take(anActor(await anOffice(services, '33.25')))).toMatchObject({
    refusal: { code: 'not_found' },
  });
  const trail = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select('subjectId').where('action', '=', 'outcome.exported').execute(),
  );
  expect(trail).toEqual([{ subjectId: intakeId }]);
});
