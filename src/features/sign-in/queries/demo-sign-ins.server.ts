import { type Role, roles } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import { roleName } from '#kernel/role-name.ts';
import type { Services } from '#platform/services.server.ts';
import { listDemoSignIns } from '../account-store.server.ts';
import { demoPassword } from '../rules/staff-identity.ts';

export type DemoOffice = {
  officeName: string;
  password: string;
  accounts: { name: string; role: string; email: string }[];
};

/** What the sign-in page shows where someone is only trying out; empty outside a demo. */
export async function demoSignIns(services: Services, locale: Locale): Promise<DemoOffice[]> {
  const offices = new Map<string, DemoOffice>();
  // The officer first: that is whom most newcomers want to be.
  const rows = (await listDemoSignIns(services.db)).sort(
    (a, b) => roles.indexOf(a.role as Role) - roles.indexOf(b.role as Role),
  );
  for (const { officeCode, officeName, name, email, role } of rows) {
    const office = offices.get(officeCode) ?? { officeName, password: demoPassword, accounts: [] };
    offices.set(officeCode, office);
    const label = roleName(role as Role, locale);
    const known = office.accounts.find((one) => one.email === email);
    if (known) known.role += `, ${label}`;
    else office.accounts.push({ name, role: label, email });
  }
  return [...offices.values()];
}
