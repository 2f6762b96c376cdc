import type { Grant } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { hashPassword } from '#platform/auth/password.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { makeAccount } from './commands/make-account.server.ts';
import type { Visitor } from './commands/open-session.server.ts';
import { signIn } from './commands/sign-in.server.ts';
import { insertMembership } from './membership-store.server.ts';

export const PASSWORD = 'canting nila sogan';

export type Staff = { userId: string; email: string; password: string };

/** A staff account with roles (an officer for the whole office unless told otherwise) since the start of 2026. */
export async function aStaffMember(
  services: Services,
  officeCode: string,
  more: {
    name?: string;
    email?: string;
    phone?: string;
    nip?: string;
    grants?: Grant[];
    mustChangePassword?: boolean;
    validTo?: string;
  } = {},
): Promise<Staff> {
  const email = more.email ?? `${newId()}@contoh.id`;
  const passwordHash = await hashPassword(services, PASSWORD);
  const userId = await withOffice(services.db, officeCode, async (trx) => {
    const made = await makeAccount(
      { trx, vault: services.vault, now: services.clock(), newId },
      {
        name: more.name ?? 'Sri Wahyuni',
        email,
        phone: more.phone ?? null,
        nip: more.nip ?? null,
        passwordHash,
        mustChangePassword: more.mustChangePassword ?? false,
      },
    );
    if (!made.ok) throw new Error(made.refusal.code);
    for (const { role, scope } of more.grants ?? [
      { role: 'officer', scope: { kind: 'office', code: officeCode } },
    ]) {
      const dates = { validFrom: '2026-01-01', validTo: more.validTo ?? null };
      await insertMembership(trx, officeCode, {
        membershipId: newId(),
        userId: made.value,
        role,
        scope,
        ...dates,
      });
    }
    return made.value;
  });
  return { userId, email, password: PASSWORD };
}

/** A browser: keeps the cookies it is given, and shows them again. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly address: string;
  readonly userAgent: string;

  constructor(address = '10.0.0.7', userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36') {
    this.address = address;
    this.userAgent = userAgent;
  }

  get cookie(): string | null {
    return this.#cookies.size === 0
      ? null
      : [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get visitor(): Visitor {
    return { address: this.address, userAgent: this.userAgent, cookie: this.cookie };
  }

  get headers(): Headers {
    return new Headers(this.cookie ? { cookie: this.cookie } : {});
  }

  keep(setCookies: readonly string[]): this {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (attributes.some((one) => one.trim().toLowerCase() === 'max-age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return this;
  }
}

/** A browser in which this person has signed in. */
export async function signedInBrowser(
  services: Services,
  staff: Staff,
  browser = new Browser(),
): Promise<Browser> {
  const answer = await signIn(services, browser.visitor, { name: staff.email, password: staff.password });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return browser.keep(answer.value.setCookies);
}
