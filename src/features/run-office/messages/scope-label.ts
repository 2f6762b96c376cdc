import { type Locale, messagesFor } from '#kernel/language.ts';
import { villageKind } from '#kernel/statutory/area-code.ts';
import { peopleMessages } from './people-messages.ts';

export type ScopePlaces = {
  officeCode: string;
  areas: readonly { areaCode: string; name: string; level: string; parentCode: string | null }[];
  groups: readonly { groupId: string; name: string }[];
  partners: readonly { partnerId: string; name: string }[];
};
type Scope = { kind: string; code: string };

/** Where a role holds, by name: `Kelurahan Medono`. */
export function scopeLabel({ kind, code }: Scope, places: ScopePlaces, locale: Locale): string {
  const t = messagesFor(peopleMessages, locale);
  if (kind === 'office') return t.wholeOffice;
  if (kind === 'group')
    return t.group({ name: places.groups.find((group) => group.groupId === code)?.name ?? code });
  if (kind === 'partner')
    return t.partner({ name: places.partners.find(({ partnerId }) => partnerId === code)?.name ?? code });
  const name = places.areas.find((area) => area.areaCode === code)?.name ?? code;
  if (kind === 'district') return t.district({ name });
  return t.village({ name, kind: villageKind(code) === 'desa' ? t.desa : t.kelurahan });
}

/** All scopes that may be chosen, the whole office first, each kecamatan before its kelurahan, then groups, partners last. */
export function scopeOptions(places: ScopePlaces, locale: Locale): { value: string; label: string }[] {
  const option = (scope: Scope) => ({
    value: `${scope.kind}:${scope.code}`,
    label: scopeLabel(scope, places, locale),
  });
  return [
    option({ kind: 'office', code: places.officeCode }),
    ...places.areas.map((area) => option({ kind: area.level, code: area.areaCode })),
    ...places.groups.map((group) => option({ kind: 'group', code: group.groupId })),
    ...places.partners.map(({ partnerId }) => option({ kind: 'partner', code: partnerId })),
  ];
}
