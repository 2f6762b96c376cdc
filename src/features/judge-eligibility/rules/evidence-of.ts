import { evidenceLabel } from '#kernel/answer.ts';
import { ageBand, formatDate, type PlainDate } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { listed, type Names, wordFor } from './condition-words.ts';
import type { Facts, Question } from './conditions.ts';
import { supportInWords } from './describe-condition.ts';
import { countedSupports } from './interpret.ts';

/** What the register says to a question: with grade and day, never with a number or a birth date. */
export function evidenceOf(
  question: Question,
  facts: Facts,
  day: PlainDate,
  locale: Locale,
  names: Names = {},
): string {
  const id = locale === 'id';
  const unknown = id ? 'belum diketahui' : 'not known yet';
  const word = (kind: string, value: string) => wordFor(kind, value, locale);
  switch (question.ask) {
    case 'evidence':
      return heldInWords(question.kind, facts, day, locale);
    case 'nib':
      if (facts.evidences.some(({ kind }) => kind === 'nib')) return heldInWords('nib', facts, day, locale);
      return facts.nib === 'known'
        ? id
          ? 'NIB 13 digit tercatat'
          : 'a 13-digit NIB is on record'
        : facts.nib === 'none_yet'
          ? id
            ? 'belum punya NIB'
            : 'has no NIB yet'
          : id
            ? 'NIB belum ditanyakan atau belum ditunjukkan'
            : 'nobody has asked about the NIB, or it was not shown';
    case 'operation':
      return word('operation', facts.operation);
    case 'verified':
      return facts.verifiedOn === null
        ? id
          ? 'belum pernah dicek'
          : 'never checked'
        : `${id ? 'dicek' : 'checked on'} ${formatDate(facts.verifiedOn, locale)}`;
    case 'scale':
      return facts.scale === null ? unknown : word('scale', facts.scale);
    case 'sector':
      return word('sector', facts.sector);
    case 'kbli':
      return facts.kbli === null ? unknown : `KBLI ${facts.kbli.version}: ${facts.kbli.code}`;
    case 'area':
      if (facts.villageCode === null) return id ? 'kelurahan belum diketahui' : 'village not known yet';
      return names.area?.get(facts.villageCode) ?? facts.villageCode;
    case 'group': {
      const since = facts.groups.find(({ groupId }) => groupId === question.groupId);
      if (!since) return id ? 'bukan anggota' : 'not a member';
      if (since.leftOn) return `${id ? 'keluar' : 'left on'} ${formatDate(since.leftOn, locale)}`;
      return since.joinedOn
        ? `${id ? 'anggota sejak' : 'member since'} ${formatDate(since.joinedOn, locale)}`
        : id
          ? 'anggota'
          : 'member';
    }
    case 'started':
      return facts.startedOn === null
        ? unknown
        : `${id ? 'mulai' : 'started on'} ${formatDate(facts.startedOn, locale)}`;
    case 'figure':
      return figureInWords(question.kind, facts, locale) ?? unknown;
    case 'premises':
      if (facts.premises.length === 0) return unknown;
      return `${facts.premises.filter(({ kind }) => kind === question.kind).length} ${word('premises', question.kind)} ${id ? 'tercatat' : 'on record'}`;
    case 'owner_sex':
      return facts.ownerSex === null ? unknown : word('sex', facts.ownerSex);
    case 'owner_disability':
      return facts.ownerDisability === 'yes'
        ? id
          ? 'ya'
          : 'yes'
        : facts.ownerDisability === 'no'
          ? id
            ? 'tidak'
            : 'no'
          : facts.ownerDisability === 'declined'
            ? id
              ? 'tidak berkenan menjawab'
              : 'preferred not to say'
            : unknown;
    case 'owner_age':
      if (facts.ownerBirthDate === null) return unknown;
      return `${ageBand(facts.ownerBirthDate, day) ?? unknown} ${id ? 'tahun' : 'years old'}`;
    case 'support': {
      const counted = countedSupports(question, facts, day);
      const what = supportInWords(question, locale);
      if (counted.length === 0) return id ? `belum ada ${what} tercatat` : `no ${what} on record`;
      const years = [...new Set(counted.map(({ startedOn }) => startedOn.slice(0, 4)))].sort();
      return `${counted.length}× ${what} (${listed(years, locale, 'and')})`;
    }
    case 'assessed': {
      const newest = facts.assessments.find(({ rubricId }) => rubricId === question.rubricId);
      if (!newest) return id ? 'belum dinilai' : 'not assessed yet';
      const levels = question.aspect ? [newest.levels[question.aspect] ?? 0] : Object.values(newest.levels);
      const lowest = Math.min(...levels);
      return `${id ? 'tingkat terendah' : 'lowest level'} ${lowest}, ${formatDate(newest.assessedOn, locale)}`;
    }
  }
}

function heldInWords(kind: string, { evidences, nib }: Facts, day: PlainDate, locale: Locale): string {
  const id = locale === 'id';
  const name = kind === 'nib' ? (id ? 'NIB 13 digit' : '13-digit NIB') : wordFor('evidence', kind, locale);
  const held = evidences.filter((one) => one.kind === kind);
  const best =
    held.find(({ expiresOn, grade }) => (expiresOn === null || expiresOn >= day) && grade === 'documented') ??
    held.find(({ expiresOn }) => expiresOn === null || expiresOn >= day) ??
    held[0];
  if (!best) {
    if (kind === 'nib' && nib === 'none_yet') return id ? 'belum punya NIB' : 'has no NIB yet';
    return id ? `${name}: belum ada catatan` : `${name}: nothing on record`;
  }
  const expired = best.expiresOn !== null && best.expiresOn < day;
  const parts = [
    name,
    evidenceLabel(best.grade, locale).toLowerCase(),
    ...(best.issuedOn ? [formatDate(best.issuedOn, locale)] : []),
    ...(best.expiresOn
      ? [
          expired
            ? `${id ? 'habis' : 'ran out on'} ${formatDate(best.expiresOn, locale)}`
            : `${id ? 'berlaku sampai' : 'valid until'} ${formatDate(best.expiresOn, locale)}`,
        ]
      : []),
  ];
  return parts.join(', ');
}

function figureInWords(kind: string, { figures }: Facts, locale: Locale): string | null {
  const figure = figures.find((one) => one.kind === kind);
  if (!figure) return null;
  const id = locale === 'id';
  const format = (value: number) =>
    kind === 'workers' ? `${value} ${id ? 'orang' : 'people'}` : formatRupiah(value, locale);
  const { amount, upper, year } = figure;
  const text =
    upper === null
      ? format(amount)
      : upper === Infinity
        ? `${id ? 'paling sedikit' : 'at least'} ${format(amount)}`
        : `${format(amount)} – ${format(upper)}`;
  return `${text} (${year})`;
}
