import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import type { Form, FormItem, PreloadName, Question } from '#questionnaire/form.ts';
import { isQuestion } from '#questionnaire/form.ts';
import type { FormAnswers, SubmissionContent } from './wire.ts';

/** What a visit says of an enterprise that stood on no list: enough to be listed, and compared with all others. */
export type FoundEnterprise = {
  name: string;
  ownerName: string | null;
  activity: string | null;
  address: string | null;
  nik: string | null;
  nikAnswer: 'none_yet' | 'not_shown' | 'declined' | 'unknown';
  nib: string | null;
  nibAnswer: 'none_yet' | 'not_shown' | 'declined' | 'unknown';
  /** E.164 */
  phone: string | null;
  sex: 'female' | 'male' | null;
  /** The first that was named; not yet known to be one of the register's. */
  sector: string | null;
  whosePhone: 'own' | 'family' | 'kader';
  rt: string | null;
  rw: string | null;
  latitude: number | null;
  longitude: number | null;
};

type Without = FoundEnterprise['nikAnswer'];

/** Reads a new enterprise out of a form by what its questions are for; numbers that are none are left out. */
export function foundEnterprise(form: Form, submission: SubmissionContent): FoundEnterprise {
  const { answers, position } = submission;
  const questions = topQuestions(form.items);
  const text = (is: (question: Question) => boolean): string | null => {
    for (const question of questions) {
      if (is(question) && textOf(answers, question.name)) return textOf(answers, question.name);
    }
    return null;
  };
  const preloaded = (name: PreloadName) => text((question) => question.preload === name);
  const named = (...names: string[]) => text((question) => names.includes(question.name));
  const kind = (wanted: Question['kind']) => text((question) => question.kind === wanted);
  const without = (wanted: Question['kind']): Without => {
    const asked = questions.find((question) => question.kind === wanted && question.name in answers);
    const given = asked && (answers[asked.name] as { answer?: unknown } | null);
    const answer = given && typeof given === 'object' ? given.answer : null;
    return answer === 'none_yet' || answer === 'not_shown' || answer === 'declined' ? answer : 'unknown';
  };
  const ownerName = preloaded('owner_name');
  const activity = preloaded('main_product');
  const nik = parsed(parseNik(kind('nik') ?? ''));
  const nib = parsed(parseNib(kind('nib') ?? ''));
  const phone = parsed(parsePhone(preloaded('phone') ?? kind('phone') ?? ''))?.e164 ?? null;
  const whose = named('whose_phone');
  const sex = named('owner_sex', 'sex');
  return {
    name: (preloaded('business_name') ?? ownerName ?? activity ?? 'Tanpa nama').slice(0, 200),
    ownerName: ownerName?.slice(0, 200) ?? null,
    activity: activity?.slice(0, 500) ?? null,
    address: preloaded('address')?.slice(0, 500) ?? null,
    nik,
    nikAnswer: without('nik'),
    nib,
    nibAnswer: without('nib'),
    phone,
    sex: sex === 'female' || sex === 'male' ? sex : null,
    sector:
      (named('sector', 'goods') ?? (submission.verdict === 'services' ? 'service' : null))?.split(' ')[0] ??
      null,
    whosePhone: whose === 'family' || whose === 'kader' ? whose : 'own',
    rt: placeNumber(named('rt')),
    rw: placeNumber(named('rw')),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  };
}

/** Questions outside of repeats: what is said of the enterprise itself. */
function topQuestions(items: readonly FormItem[]): Question[] {
  return items.flatMap((item) => {
    if (isQuestion(item)) return [item];
    return item.kind === 'group' ? topQuestions(item.items) : [];
  });
}

function textOf(answers: FormAnswers, name: string): string | null {
  const given = answers[name];
  const text = typeof given === 'string' ? given.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text;
}

const parsed = <Value>(outcome: { ok: true; value: Value } | { ok: false }): Value | null =>
  outcome.ok ? outcome.value : null;

const placeNumber = (text: string | null) => (text && /^\d{1,3}$/.test(text) ? text : null);
