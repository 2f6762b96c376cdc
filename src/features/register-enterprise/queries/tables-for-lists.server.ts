import type { Trx } from '#platform/db/connect.server.ts';
import { listAliasesOf } from '../enterprise-list-store.server.ts';
import { listNamesOf } from '../glance-store.server.ts';
import { listAreasUnder } from '../list-match-store.server.ts';
import { KbliFinder } from '../rules/kbli-finder.ts';
import { type Sector, sectorOfKbli } from '../rules/sectors.ts';
import { kbliForLists } from './reference-for-lists.server.ts';

/** Areas of every level around an office, and old names of its own villages. */
export async function areaTableAround(
  trx: Trx,
  office: string,
): Promise<{
  areas: { code: string; name: string; bpsCode: string | null }[];
  aliases: { code: string; alias: string }[];
}> {
  const province = office.slice(0, 2);
  const areas = await listAreasUnder(trx, province);
  const aliases = await listAliasesOf(trx, office);
  return {
    areas: areas.map(({ areaCode, name, bpsCode }) => ({ code: areaCode, name, bpsCode })),
    aliases: aliases.map(({ areaCode, alias }) => ({ code: areaCode, alias })),
  };
}

export type KbliTable = {
  has(code: string): boolean;
  guess(words: string): string | null;
  sectorOf(code: string): Sector;
};

/** The codes of one edition, with the likeliest for everyday words. */
export async function kbliTable(trx: Trx, version: string): Promise<KbliTable> {
  const entries = await kbliForLists(trx, version);
  const codes = new Set(entries.map(({ kbliCode }) => kbliCode));
  const finder = new KbliFinder(entries);
  return {
    has: (code) => codes.has(code),
    guess: (words) => finder.find(words, 1)[0]?.kbliCode ?? null,
    sectorOf: (code) => sectorOfKbli({ version, code } as Parameters<typeof sectorOfKbli>[0]),
  };
}

/** Names of villages by code. */
export async function villageNames(trx: Trx, codes: readonly string[]): Promise<Map<string, string>> {
  const names = await listNamesOf(trx, [...new Set(codes)]);
  return new Map(names.map(({ areaCode, name }) => [areaCode, name]));
}
