import type { Actor } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import { roleName } from '#kernel/role-name.ts';
import { valueOrThrow } from '#platform/http/app-context.server.ts';
import type { Services } from '#platform/services.server.ts';
import { scopeOptions } from '../messages/scope-label.ts';
import { scopeChoices } from '../queries/choices.server.ts';
import { staffRoles } from '../rules/role-scopes.ts';

/** What the fields of a duty offer. */
export async function roleChoices(services: Services, actor: Actor, locale: Locale) {
  const places = valueOrThrow(await scopeChoices(services, actor));
  return {
    roles: staffRoles.map((role) => ({ value: role, label: roleName(role, locale) })),
    scopes: scopeOptions(places, locale),
    places,
  };
}
