import { expect, test } from 'vitest';
import { must } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { steerIntake } from '../../plan-programme/commands/steer-intake.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { cancelSession } from '../commands/keep-sessions.server.ts';
import { aSeatedIntake, aSession } from '../factory.ts';
import { runPermissions } from '../permissions.ts';
import { intakeCalendar, publicCalendar } from './calendar.server.ts';

async function aScheduledIntake() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId } = await aSeatedIntake(services, officer, { people: 1, word: 'Rahasia' });
  const sessionId = await aSession(services, officer, intakeId);
  const own = async () => {
    const found = await read(services, officer, runPermissions['intake.view_run'], (context) =>
      intakeCalendar(context, intakeId),
    );
    return found.ok ? (found.value ?? '') : '';
  };
  const code = async () => {
    const found = await read(services, officer, runPermissions['intake.view_run'], ({ trx }) =>
      findIntake(trx, office, intakeId),
    );
    return (found.ok && found.value?.code) || '';
  };
  return { services, office, officer, intakeId, sessionId, own, code };
}

test('a session from 08.00 to 15.00 WIB is that moment on every phone', async () => {
  const { own, sessionId } = await aScheduledIntake();
  const lines = (await own()).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTART:20260506T010000Z',
      'DTEND:20260506T080000Z',
      `UID:${sessionId}@gawangan`,
      'X-WR-TIMEZONE:Asia/Jakarta',
      'STATUS:CONFIRMED',
    ]),
  );
});

test('a session that was called off says so under the same id, and is newer', async () => {
  const { services, officer, sessionId, own } = await aScheduledIntake();
  await execute(services, officer, cancelSession, { sessionId });
  const lines = (await own()).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:1', `UID:${sessionId}@gawangan`]),
  );
});

test('the public calendar shows times, place and title once the intake is public, and nobody who comes', async () => {
  const { services, office, officer, intakeId, code } = await aScheduledIntake();
  const ask = async (officeCode = office) =>
    publicCalendar(services, '203.0.113.7', { officeCode, code: await code() });
  expect(await ask()).toEqual({ ok: true, value: null });
  await execute(services, officer, steerIntake, { intakeId, action: 'open' });
  const shown = await ask();
  expect(shown).toMatchObject({ value: expect.stringContaining('DTSTART:20260506T010000Z') });
  expect(JSON.stringify(shown)).not.toMatch(/Peserta|Pemilik/);
  expect(await ask('33.25')).toEqual({ ok: true, value: null });
  expect(await ask("33.75'; drop table")).toEqual({ ok: true, value: null });
});

test('as long as there are no sessions, the days of the intake stand in the calendar, the last one included', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { intakeId } = await aSeatedIntake(services, officer, { people: 1 });
  const days = { startsOn: '2026-05-06', endsOn: '2026-05-08' };
  const found = await read(services, officer, runPermissions['intake.view_run'], async (context) => ({
    intake: await findIntake(context.trx, office, intakeId),
    calendar: await intakeCalendar(context, intakeId),
  }));
  const { intake, calendar } = must(found);
  expect(intake).toMatchObject(days);
  expect(calendar?.split('\r\n')).toEqual(
    expect.arrayContaining([
      'DTSTART;VALUE=DATE:20260506',
      'DTEND;VALUE=DATE:20260509',
      `UID:${intakeId}@gawangan`,
    ]),
  );
});
