import { type Locale, messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { joiningWords, listed, type Names, wordFor } from './condition-words.ts';
import type { Condition, Question } from './conditions.ts';

/** A condition in words, as it stands in an announcement: "punya NIB", "minimal 2 dari: …". */
export function describeCondition(condition: Condition, locale: Locale, names: Names = {}): string {
  if ('ask' in condition) return describeQuestion(condition, locale, names);
  const words = messagesFor(joiningWords, locale);
  if ('not' in condition) return `${words.not}: ${describeCondition(condition.not, locale, names)}`;
  const [how, parts] =
    'all' in condition
      ? [words.all, condition.all]
      : 'any' in condition
        ? [words.any, condition.any]
        : [words.atLeast(condition.atLeast), condition.of];
  if (parts.length === 1) return describeCondition(parts[0]!, locale, names);
  const each = parts.map((part) => {
    const text = describeCondition(part, locale, names);
    return 'ask' in part ? text : `(${text})`;
  });
  return `${how}: ${each.join('; ')}`;
}

/** "paling sedikit 5, paling banyak 10" */
export function boundsInWords(
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
  locale: Locale,
  format: (value: number) => string = String,
): string {
  const [least, most] = locale === 'id' ? ['paling sedikit', 'paling banyak'] : ['at least', 'at most'];
  if (atLeast !== undefined && atLeast === atMost)
    return `${locale === 'id' ? 'tepat' : 'exactly'} ${format(atLeast)}`;
  return [
    ...(atLeast === undefined ? [] : [`${least} ${format(atLeast)}`]),
    ...(atMost === undefined ? [] : [`${most} ${format(atMost)}`]),
  ].join(locale === 'id' ? ' dan ' : ' and ');
}

/** "12 bulan", or years where they are whole: "2 tahun". */
export function monthsInWords(months: number, locale: Locale): string {
  const [count, id, en] = months % 12 === 0 ? [months / 12, 'tahun', 'year'] : [months, 'bulan', 'month'];
  return locale === 'id' ? `${count} ${id}` : `${count} ${en}${count === 1 ? '' : 's'}`;
}

function describeQuestion(question: Question, locale: Locale, names: Names): string {
  const id = locale === 'id';
  const word = (kind: string, value: string) => wordFor(kind, value, locale);
  const oneOf = (kind: string, values: readonly string[]) =>
    listed(
      values.map((value) => word(kind, value)),
      locale,
    );
  const within = (months: number | undefined) =>
    months === undefined
      ? ''
      : ` ${id ? 'dalam' : 'in the last'} ${monthsInWords(months, locale)}${id ? ' terakhir' : ''}`;
  switch (question.ask) {
    case 'evidence': {
      const grade = {
        declared: '',
        seen: id ? ' yang sudah dilihat petugas' : ' that an officer has seen',
        documented: id ? ' yang ada berkasnya' : ' with its document on file',
      }[question.grade ?? 'declared'];
      const days = question.validForDays;
      const valid = days
        ? id
          ? `, masih berlaku ${days} hari ke depan`
          : `, valid for ${days} more days`
        : '';
      return `${id ? 'punya' : 'has'} ${word('evidence', question.kind)}${grade}${valid}`;
    }
    case 'nib':
      return id ? 'punya NIB' : 'has a NIB (business number)';
    case 'operation':
      return `${id ? 'kegiatannya' : 'what it does'}: ${oneOf('operation', question.in)}`;
    case 'verified':
      return (id ? 'sudah dicek petugas' : 'checked by an officer') + within(question.withinMonths);
    case 'scale':
      return `${id ? 'skala usaha' : 'size'}: ${oneOf('scale', question.in)}`;
    case 'sector':
      return `${id ? 'jenis usaha' : 'sector'}: ${oneOf('sector', question.in)}`;
    case 'kbli':
      return `KBLI ${question.version} ${id ? 'berawalan' : 'beginning with'} ${listed(question.beginsWith, locale)}`;
    case 'area':
      return `${id ? 'berada di' : 'is in'} ${listed(
        question.in.map((code) => names.area?.get(code) ?? code),
        locale,
      )}`;
    case 'group': {
      const name = names.group?.get(question.groupId) ?? (id ? 'kelompok tertentu' : 'a certain group');
      return `${id ? 'anggota' : 'member of'} ${name}`;
    }
    case 'started':
      return `${id ? 'sudah berjalan paling sedikit' : 'running for at least'} ${monthsInWords(question.atLeastMonths, locale)}`;
    case 'figure': {
      const format = (value: number) =>
        question.kind === 'workers'
          ? `${value} ${id ? 'orang' : value === 1 ? 'person' : 'people'}`
          : formatRupiah(value, locale);
      return `${word('figure', question.kind)} ${boundsInWords(question, locale, format)}`;
    }
    case 'premises':
      return `${word('premises', question.kind)} ${boundsInWords({ atMost: question.atMost }, locale)}`;
    case 'owner_sex':
      return `${id ? 'pemiliknya' : 'the owner is'} ${word('sex', question.is)}`;
    case 'owner_disability':
      return id ? 'pemiliknya penyandang disabilitas' : 'the owner has a disability';
    case 'owner_age':
      return `${id ? 'umur pemilik' : "the owner's age is"} ${boundsInWords(question, locale)}${id ? ' tahun' : ''}`;
    case 'support':
      return describeSupport(question, locale);
    case 'assessed': {
      const rubric = names.rubric?.get(question.rubricId) ?? (id ? 'rubrik' : 'the rubric');
      const what = question.aspect
        ? `, ${id ? 'aspek' : 'aspect'} ${(names.aspect?.get(question.aspect) ?? question.aspect).toLowerCase()},`
        : '';
      return id
        ? `dinilai paling rendah tingkat ${question.level} menurut ${rubric}${what}${within(question.withinMonths)}`
        : `assessed at level ${question.level} or above by ${rubric}${what}${within(question.withinMonths)}`;
    }
  }
}

/** "pelatihan kemasan": the support that is asked about. */
export function supportInWords(
  { kind, topic }: { kind?: string | undefined; topic?: string | undefined },
  locale: Locale,
): string {
  const any = locale === 'id' ? 'pembinaan' : 'support';
  const what = kind ? wordFor('support', kind, locale) : any;
  if (!topic) return what;
  const about = wordFor('topic', topic, locale);
  return locale === 'id' ? `${what} ${about}` : `${what} on ${about}`;
}

function describeSupport(question: Extract<Question, { ask: 'support' }>, locale: Locale): string {
  const id = locale === 'id';
  const what = supportInWords(question, locale);
  const since =
    question.withinMonths === undefined
      ? ''
      : id
        ? ` dalam ${monthsInWords(question.withinMonths, locale)} terakhir`
        : ` in the last ${monthsInWords(question.withinMonths, locale)}`;
  const finished =
    question.outcome === 'completed'
      ? id
        ? ' sampai selesai'
        : ' to the end'
      : question.outcome
        ? ` (${question.outcome})`
        : '';
  const { atLeast, atMost } = question;
  if (atMost === 0)
    return id ? `belum pernah ikut ${what}${finished}${since}` : `never received ${what}${finished}${since}`;
  if ((atLeast ?? 1) === 1 && atMost === undefined)
    return id ? `pernah ikut ${what}${finished}${since}` : `has received ${what}${finished}${since}`;
  const times = boundsInWords({ atLeast, atMost }, locale);
  return id
    ? `ikut ${what}${finished}${since} ${times} kali`
    : `received ${what}${finished}${since} ${times} times`;
}
