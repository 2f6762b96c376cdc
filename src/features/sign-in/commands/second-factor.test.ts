import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Grant } from '#kernel/actor.ts';
import { loadSession } from '#platform/auth/session.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aStaffMember, Browser, PASSWORD, type Staff, signedInBrowser } from '../factory.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
} from './second-factor.server.ts';
import { signIn } from './sign-in.server.ts';
import { verifySecondFactor } from './verify-second-factor.server.ts';

/** RFC 6238 with the usual 30 seconds, SHA-1 and 6 digits; what an authenticator app shows. */
function codeOf(totpUri: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...secret.replaceAll('=', '')]
    .map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const sessionIn = async (services: Services, browser: Browser) => {
  const session = await loadSession(services, browser.headers);
  if (!session) throw new Error('nobody is signed in');
  return session;
};
const actions = (services: Services, office: string) =>
  withOffice(services.db, office, async (trx) =>
    (await trx.selectFrom('auditEvents').select('action').orderBy('eventId').execute()).map(
      (one) => one.action,
    ),
  );
const valueIn = <Value>(
  answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const faultOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code;

async function anOfficerWithSecondFactor(services: Services, office: string, grants?: Grant[]) {
  const staff = await aStaffMember(services, office, grants ? { grants } : {});
  const browser = await signedInBrowser(services, staff);
  const { totpUri } = valueIn(
    await beginSecondFactor(services, browser.visitor, await sessionIn(services, browser), PASSWORD),
  );
  const confirmed = valueIn(
    await confirmSecondFactor(services, browser.visitor, await sessionIn(services, browser), codeOf(totpUri)),
  );
  browser.keep(confirmed.setCookies);
  return { staff, browser, totpUri, recoveryCodes: confirmed.recoveryCodes };
}

async function halfSignedIn(services: Services, staff: Staff): Promise<Browser> {
  const browser = new Browser('10.0.0.8');
  const step = valueIn(await signIn(services, browser.visitor, { name: staff.email, password: PASSWORD }));
  expect(step.next).toBe('second_factor');
  return browser.keep(step.setCookies);
}

test('turning on the second factor takes the password and one right code, and gives ten recovery codes to print', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const staff = await aStaffMember(services, office);
  const browser = await signedInBrowser(services, staff);
  const begin = async (password: string) =>
    beginSecondFactor(services, browser.visitor, await sessionIn(services, browser), password);
  const confirm = async (code: string) =>
    confirmSecondFactor(services, browser.visitor, await sessionIn(services, browser), code);
  expect(faultOf(await begin(''))).toBe('blank');
  expect(faultOf(await begin('bukan sandinya'))).toBe('wrong_password');
  const { totpUri } = valueIn(await begin(PASSWORD));
  expect(totpUri).toMatch(/^otpauth:\/\/totp\/Gawangan:/);
  expect((await sessionIn(services, browser)).twoFactorEnabled).toBe(false);
  expect(faultOf(await confirm('000 000'))).toBe('wrong_code');
  const { recoveryCodes, setCookies } = valueIn(await confirm(codeOf(totpUri)));
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  browser.keep(setCookies);
  const session = await sessionIn(services, browser);
  expect(session).toMatchObject({ twoFactorEnabled: true, locked: false, office: { officeCode: office } });
  expect(faultOf(await begin(PASSWORD))).toBe('already_on');
  expect(await actions(services, office)).toEqual(['session.opened', 'second_factor.turned_on']);
});

test('password alone does not open a session once the second factor is on; the right code does', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { staff, totpUri } = await anOfficerWithSecondFactor(services, office);
  const browser = await halfSignedIn(services, staff);
  expect(await loadSession(services, browser.headers)).toBeNull();
  expect(faultOf(await verifySecondFactor(services, browser.visitor, { code: '' }))).toBe('blank');
  expect(faultOf(await verifySecondFactor(services, browser.visitor, { code: '000000' }))).toBe('wrong_code');
  browser.keep(
    valueIn(await verifySecondFactor(services, browser.visitor, { code: codeOf(totpUri) })).setCookies,
  );
  expect(await sessionIn(services, browser)).toMatchObject({ userId: staff.userId, locked: false });
  expect((await actions(services, office)).at(-1)).toBe('session.opened');
});

test('a recovery code off the printed sheet opens once', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { staff, recoveryCodes } = await anOfficerWithSecondFactor(services, office);
  const typed = (recoveryCodes[3] ?? '').toUpperCase().replace('-', ' ');
  const first = await halfSignedIn(services, staff);
  first.keep(valueIn(await verifySecondFactor(services, first.visitor, { code: typed })).setCookies);
  expect((await sessionIn(services, first)).userId).toBe(staff.userId);
  const second = await halfSignedIn(services, staff);
  expect(faultOf(await verifySecondFactor(services, second.visitor, { code: typed }))).toBe('wrong_code');
});

test('five wrong codes end the half-finished sign-in', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { staff, totpUri } = await anOfficerWithSecondFactor(services, office);
  const browser = await halfSignedIn(services, staff);
  for (let count = 1; count <= 5; count++) {
    expect(faultOf(await verifySecondFactor(services, browser.visitor, { code: '000000' }))).toBe(
      'wrong_code',
    );
  }
  expect(faultOf(await verifySecondFactor(services, browser.visitor, { code: codeOf(totpUri) }))).toBe(
    'start_again',
  );
});

test('without the first half, a code opens nothing, even beside the open session of someone else', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { totpUri } = await anOfficerWithSecondFactor(services, office);
  const other = await signedInBrowser(services, await aStaffMember(services, office));
  expect(faultOf(await verifySecondFactor(services, new Browser().visitor, { code: codeOf(totpUri) }))).toBe(
    'start_again',
  );
  expect(faultOf(await verifySecondFactor(services, other.visitor, { code: codeOf(totpUri) }))).toBe(
    'start_again',
  );
});

test('new recovery codes make the printed ones worthless', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { staff, browser, recoveryCodes } = await anOfficerWithSecondFactor(services, office);
  const session = await sessionIn(services, browser);
  expect(faultOf(await renewRecoveryCodes(services, browser.visitor, session, 'bukan sandinya'))).toBe(
    'wrong_password',
  );
  const renewed = valueIn(
    await renewRecoveryCodes(services, browser.visitor, session, PASSWORD),
  ).recoveryCodes;
  expect(renewed).not.toContain(recoveryCodes[0]);
  const again = await halfSignedIn(services, staff);
  expect(faultOf(await verifySecondFactor(services, again.visitor, { code: recoveryCodes[0] }))).toBe(
    'wrong_code',
  );
  expect((await verifySecondFactor(services, again.visitor, { code: renewed[0] })).ok).toBe(true);
  expect(await actions(services, office)).toContain('second_factor.recovery_codes_renewed');
});

test('turning it off takes the password; afterwards the password alone opens', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { staff, browser } = await anOfficerWithSecondFactor(services, office);
  const end = async (password: string) =>
    endSecondFactor(services, browser.visitor, await sessionIn(services, browser), password);
  expect(faultOf(await end('bukan sandinya'))).toBe('wrong_password');
  browser.keep(valueIn(await end(PASSWORD)).setCookies);
  expect((await sessionIn(services, browser)).twoFactorEnabled).toBe(false);
  expect(faultOf(await end(PASSWORD))).toBe('not_on');
  expect(
    valueIn(await signIn(services, new Browser().visitor, { name: staff.email, password: PASSWORD })).next,
  ).toBe('signed_in');
  expect(await actions(services, office)).toContain('second_factor.turned_off');
});
