import type { Actor } from '#kernel/actor.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { registerEnterprise } from './commands/register-enterprise.server.ts';

type Given = {
  name?: string;
  owner?: string;
  ownerId?: string;
  nik?: string | null;
  nib?: string | null;
  phone?: string;
  email?: string;
  sector?: string;
  village?: string;
  products?: string[];
};

/** An enterprise on the register, with only what a test names; registered through the command users use. */
export async function anEnterprise(
  services: Services,
  actor: Actor,
  given: Given = {},
): Promise<{ enterpriseId: string; ownerId: string }> {
  const outcome = await execute(services, actor, registerEnterprise, {
    ownerId: given.ownerId,
    owner: given.ownerId
      ? undefined
      : {
          fullName: given.owner ?? 'Siti Aminah',
          nik: given.nik ? { value: given.nik } : undefined,
          email: given.email,
          phones: given.phone ? [{ number: given.phone, whose: 'own' }] : [],
        },
    enterprise: {
      name: given.name ?? 'Batik Jlamprang',
      sector: given.sector ?? 'batik',
      nib: given.nib ? { value: given.nib } : undefined,
    },
    premises: { villageCode: given.village ?? '33.75.04.1004' },
    products: (given.products ?? []).map((name) => ({ name })),
    sameNikIsSomeoneElse: 'true',
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
