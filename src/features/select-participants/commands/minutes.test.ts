import { expect, test } from 'vitest';
import { addSignatory } from '#features/run-office/commands/keep-signatories.server.ts';
import { newId } from '#kernel/id.ts';
import { must, type Outcome } from '#kernel/refusal.ts';
import { paperToDocx } from '#papers/paper-to-docx.server.ts';
import { paperToPdf } from '#papers/paper-to-pdf.server.tsx';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { AFTER_CLOSE, aLocked, anIntakeWithApplicants, decide } from '../factory.ts';
import { listMinutes } from '../minutes-store.server.ts';
import { listParticipants } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { minutesPage } from '../queries/minutes-page.server.ts';
import { minutesPaper } from '../rules/minutes-paper.ts';
import { keepSignedMinutes, makeMinutes, openMinutes } from './minutes.server.ts';
import { overrideSeat } from './override-seat.server.ts';

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);
const pdf = () => new File(['%PDF-1.7'], 'scan.pdf');

async function decided() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office, 'data_officer');
  const head = anActor(office, 'head');
  const { intakeId, applicants } = await anIntakeWithApplicants(services, actor);
  const selectionId = await aLocked(services, actor, [intakeId], {
    quotas: [{ tag: 'proposed', intakeId: null, atMost: { percent: 50 } }],
  });
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const signatory = async (name: string, duty: string) => {
    const signatoryId = newId();
    const given = { signatoryId, duty, name, position: `Jabatan ${name}`, validFrom: '2026-01-01' };
    must(await execute(services, actor, addSignatory, given));
    return signatoryId;
  };
  const lead = await signatory('Bu Ketua', 'technical_officer');
  const acknowledged = await signatory('Pak Kepala', 'head');
  const facts = { selectionId, number: '400/1', dated: '2026-05-21', lead, acknowledged };
  const make = (more: object = {}) =>
    execute(services, actor, makeMinutes, { minutesId: newId(), ...facts, ...more });
  const all = () => inOneTransaction(services, actor, ({ trx }) => listMinutes(trx, office, selectionId));
  const page = async () =>
    must(
      await read(services, actor, selectionPermissions['seat.view'], (context) =>
        minutesPage(context, selectionId),
      ),
    )!;
  return { services, office, actor, head, intakeId, applicants, selectionId, lead, make, all, page };
}

test('the minutes hold the grounds, the list in its order, who waits, limits reached and who signs; they print as DOCX and PDF', async () => {
  const { make, all } = await decided();
  must(await make());
  const [minutes] = await all();
  const { content } = minutes!;
  expect(content).toMatchObject({
    seed: 'umum-2026',
    limits: [{ kind: 'quota', wanted: 1, reached: 0 }],
    signatures: [
      { duty: 'lead', by: { name: 'Bu Ketua' } },
      { duty: 'acknowledged', by: { name: 'Pak Kepala' } },
    ],
  });
  const [intake] = content.intakes;
  expect(intake).toMatchObject({ seats: 2, applied: 4, takers: 4, overrides: [] });
  expect(intake!.chosen.map(({ name, rank, score }) => [name, rank, score])).toEqual([
    ['Usaha 1', 1, 1_000_000],
    ['Usaha 2', 2, 750_000],
  ]);
  expect(intake!.waiting.map(({ name }) => name)).toEqual(['Usaha 3', 'Usaha 4']);
  const paper = minutesPaper(content, { ...minutes!, logo: null });
  expect((await paperToDocx(paper)).subarray(0, 2).toString()).toBe('PK');
  expect((await paperToPdf(paper)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a decision after the minutes asks for new ones, which name who was displaced and why; the old ones stay as they were', async () => {
  const { services, office, actor, head, intakeId, applicants, make, all, page } = await decided();
  must(await make());
  const before = (await all())[0]!;
  expect((await page()).stale).toBe(false);
  services.setNow(new Date(AFTER_CLOSE.getTime() + 60_000));
  const seats = await inOneTransaction(services, actor, ({ trx }) => listParticipants(trx, office, intakeId));
  const displacedId = seats.find((one) => one.enterpriseId === applicants[0]!.enterpriseId)!.participantId;
  const decision = { overrideId: newId(), intakeId, enterpriseId: applicants[3]!.enterpriseId, displacedId };
  must(await execute(services, head, overrideSeat, { ...decision, reason: 'salah periksa' }));
  expect((await page()).stale).toBe(true);
  must(await make({ number: '400/2' }));
  const [now, old] = await all();
  expect(now!.content.intakes[0]).toMatchObject({
    chosen: [{ name: 'Usaha 2' }, { name: 'Usaha 4', by: 'keputusan kepala' }],
    waiting: [{ name: 'Usaha 1' }, { name: 'Usaha 3' }],
    overrides: [{ seated: 'Usaha 4', displaced: 'Usaha 1', reason: 'salah periksa', by: head.name }],
  });
  expect(old!.content).toEqual(before.content);
  expect(old!.replacedAt).not.toBeNull();
  expect((await page()).stale).toBe(false);
});

test('who does not sign for the office that day, a day to come, and a second form are turned away', async () => {
  const { make, lead, all } = await decided();
  expect(await make({ lead: newId() })).toMatchObject({
    refusal: { fields: [{ path: 'lead', code: 'not_a_choice' }] },
  });
  expect(await make({ dated: '2025-12-31' })).toMatchObject({ refusal: { code: 'invalid_input' } });
  expect(await make({ dated: '2026-05-22' })).toMatchObject({
    refusal: { fields: [{ path: 'dated', code: 'date_in_future' }] },
  });
  expect(await make({ acknowledged: lead })).toMatchObject({ refusal: { fields: [{ code: 'used_twice' }] } });
  const minutesId = newId();
  const outcomes = await Promise.all([make({ minutesId }), make({ minutesId })]);
  expect(outcomes.map(codeOf)).toEqual(['done', 'done']);
  expect(await all()).toHaveLength(1);
});

test('the signed paper is a PDF or a photo of at most 10 MB, kept with whoever brought it; another office sees none of it', async () => {
  const { services, actor, selectionId, make, all } = await decided();
  const { minutesId } = must(await make());
  const keep = (file: File, by = actor) => keepSignedMinutes(services, by, { selectionId, minutesId, file });
  expect(codeOf(await keep(new File(['MZ'], 'scan.pdf')))).toBe('invalid_input');
  expect(codeOf(await keep(new File([Buffer.alloc(10 * 1024 * 1024 + 1)], 'scan.pdf')))).toBe(
    'file_too_large',
  );
  expect(codeOf(await keep(pdf(), anActor(actor.officeCode, 'companion')))).toBe('forbidden');
  // A name as a program made it, with what no name may hold.
  const named = new File([await pdf().arrayBuffer()], 'map\\sc\0an\r\n.pdf');
  expect(codeOf(await keep(named))).toBe('done');
  expect((await all())[0]).toMatchObject({ signedName: 'scan.pdf', signedBy: actor.name });
  const elsewhere = anActor(await anOffice(services, '33.26'), 'data_officer');
  expect(codeOf(await keep(pdf(), elsewhere))).toBe('not_found');
  const open = { selectionId, minutesId, as: 'signed' };
  expect(codeOf(await execute(services, elsewhere, openMinutes, open))).toBe('not_found');
  expect(codeOf(await execute(services, actor, openMinutes, open))).toBe('done');
});
