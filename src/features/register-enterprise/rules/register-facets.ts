import type { Locale } from '#kernel/language.ts';
import { scaleLabel, umkmScales } from '#kernel/statutory/scale.ts';
import { type FacetFilter, type FacetName, facetNames, type RegisterAnswer } from './register-index.ts';
import { valuesOf, wordFor } from './register-words.ts';
import { sectorLabel, sectors } from './sectors.ts';

/** `inner`: part of the choice before it. */
type FacetOption = { value: string; label: string; count: number; inner?: true };
export type FacetChoice = { facet: FacetName; options: FacetOption[] };

/** What the register calls its areas, groups and source lists. */
export type RegisterNames = {
  areas: readonly { areaCode: string; level: string; name: string; parentCode: string | null }[];
  groups: readonly { groupId: string; name: string }[];
  sources: readonly { sourceListId: string; name: string }[];
};

type Counts = RegisterAnswer['counts'];

/** What each chip offers, with how many enterprises it would leave. Choices that would leave none are left out, chosen ones stay. */
export function facetChoices(
  counts: Counts,
  names: RegisterNames,
  filter: FacetFilter,
  locale: Locale,
): FacetChoice[] {
  const named: Record<FacetName, FacetOption[]> = {
    village: areaOptions(counts.village, names.areas, locale),
    sector: sectors.map((value) => option(value, sectorLabel(value, locale), counts.sector)),
    scale: umkmScales.map((value) => option(value, scaleLabel(value, locale), counts.scale)),
    standing: valuesOf('standing').map((value) =>
      option(value, wordFor('standing', value, locale), counts.standing),
    ),
    operation: valuesOf('operation').map((value) =>
      option(value, wordFor('operation', value, locale), counts.operation),
    ),
    sources: names.sources.map(({ sourceListId, name }) => option(sourceListId, name, counts.sources)),
    groups: names.groups.map(({ groupId, name }) => option(groupId, name, counts.groups)),
  };
  return facetNames.map((facet) => ({
    facet,
    options: named[facet].filter(({ value, count }) => count > 0 || filter[facet]?.includes(value)),
  }));
}

function option(value: string, label: string, counts: Record<string, number>): FacetOption {
  return { value, label, count: counts[value] ?? 0 };
}

/** Each district, then its villages by name. Twelve names occur twice around Pekalongan: those carry their district. */
function areaOptions(
  counts: Record<string, number>,
  areas: RegisterNames['areas'],
  locale: Locale,
): FacetOption[] {
  const villages = areas
    .filter((area) => area.level === 'village')
    .sort((a, b) => a.name.localeCompare(b.name));
  const often = new Map<string, number>();
  for (const { name } of villages) often.set(name, (often.get(name) ?? 0) + 1);
  return areas
    .filter((area) => area.level === 'district')
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((district) => {
      const inside = villages
        .filter((village) => village.parentCode === district.areaCode)
        .map((village) => {
          const label = often.get(village.name) === 1 ? village.name : `${village.name} (${district.name})`;
          return { ...option(village.areaCode, label, counts), inner: true as const };
        });
      const count = inside.reduce((sum, village) => sum + village.count, 0);
      const label = locale === 'id' ? `Kecamatan ${district.name}` : `${district.name} district`;
      return [{ value: district.areaCode, label, count }, ...inside];
    });
}
