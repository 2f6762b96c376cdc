import type { Locale } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { type Clash, type ClashRow, natureOf } from '#selection/clash.ts';
import { tagName } from './plan-words.ts';
import type { Tag } from './selection-plan.ts';

/** @property intakes and @property lines names by id */
export type Named = { intakes: ReadonlyMap<string, string>; lines: ReadonlyMap<string, string> };

/**
 * Rules that cannot be kept together, in words: what each asks, that they clash, and the most that can be reached. One
 * sentence each.
 */
export function clashInWords(clash: Clash, named: Named, locale: Locale): string[] {
  const isIndonesian = locale === 'id';
  const rules = clash.rows.map((row) => ruleInWords(row, named, locale));
  const nature = natureOf(clash);
  const first =
    nature === 'too_few_applicants'
      ? isIndonesian
        ? `Pendaftarnya kurang untuk ${rules[0]}.`
        : `Too few applied for ${rules[0]}.`
      : isIndonesian
        ? `Tidak bisa bersama: ${listed(rules, 'dan')}.`
        : `These cannot be kept together: ${listed(rules, 'and')}.`;
  const most = clash.rows.flatMap((row) => {
    if (row.kind !== 'reserve') return [];
    const name = tagName(tagOf(row.code), locale);
    return isIndonesian
      ? `Untuk ${name} paling banyak ${row.reachable} dari ${row.limit} kursi; pendaftarnya ${row.applicants}.`
      : `For ${name} at most ${row.reachable} of ${row.limit} seats; ${row.applicants} applied.`;
  });
  return [first, ...most];
}

const tagOf = (code: string): Tag => code.split('@')[0] as Tag;

function ruleInWords(row: ClashRow, { intakes, lines }: Named, locale: Locale): string {
  const isIndonesian = locale === 'id';
  const [, intake] = row.code.split('@');
  const where = intake ? ` (${intakes.get(intake) ?? ''})` : '';
  switch (row.kind) {
    case 'seats':
      return isIndonesian
        ? `${row.limit} kursi ${intakes.get(row.code) ?? ''}`
        : `${row.limit} seats of ${intakes.get(row.code) ?? ''}`;
    case 'budget':
      return isIndonesian
        ? `anggaran ${lines.get(row.code) ?? ''} ${formatRupiah(row.limit, locale)}`
        : `the budget ${lines.get(row.code) ?? ''} of ${formatRupiah(row.limit, locale)}`;
    case 'reserve':
      return isIndonesian
        ? `kursi khusus ${tagName(tagOf(row.code), locale)} ${row.limit}${where}`
        : `${row.limit} seats set aside for ${tagName(tagOf(row.code), locale)}${where}`;
    case 'quota':
      return isIndonesian
        ? `kuota ${tagName(tagOf(row.code), locale)} ${row.limit}${where}`
        : `the quota of ${row.limit} for ${tagName(tagOf(row.code), locale)}${where}`;
    case 'settled':
      return isIndonesian ? 'kursi yang sudah ditetapkan' : 'a seat settled beforehand';
  }
}

function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
