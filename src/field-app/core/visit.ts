import type { Position, WorkRound, WorkRow } from '#features/survey-field/rules/wire.ts';
import { type Answers, givenText } from '#questionnaire/engine/answers.ts';
import { finishAnswers } from '#questionnaire/engine/finish-answers.ts';
import { type OpenForm, openForm } from '#questionnaire/engine/open-form.ts';
import { startAnswers } from '#questionnaire/engine/start-answers.ts';
import type { FormView } from '#questionnaire/engine/view-form.ts';
import type { Moment } from '#questionnaire/expression/functions.ts';
import type { Form } from '#questionnaire/form.ts';
import type { Draft } from './draft-content.ts';
import type { PhoneStore } from './store.ts';

/** The question whose answer is the verdict (K5); forms for rounds have it. */
export const verdictQuestion = 'verdict';

/** The form as kept on the phone, ready to run; null when it is not here, or this program cannot run it. */
export async function openKeptForm(
  store: PhoneStore,
  formId: string,
  version: number,
): Promise<OpenForm | null> {
  const record = await store.get('forms', `${formId}@${version}`);
  if (!record) return null;
  const opened = openForm(record.form as Form);
  return opened.ok ? opened.value : null;
}

export type VisitTo = {
  round: WorkRound;
  /** Null: an enterprise found in the field. */
  row: WorkRow | null;
  newEnterpriseId?: string;
  /** What was searched for in vain: most likely its name. */
  typed?: string;
  villageCode?: string;
  userId: string;
};

/** A visit as it begins: what the register knows stands in the form already. */
export function beginVisit(open: OpenForm, to: VisitTo, moment: Moment, newId: () => string): Draft {
  const { row, round } = to;
  const known = row
    ? {
        business_name: row.name,
        owner_name: row.owner,
        address: row.address,
        village: row.village,
        main_product: row.activity,
      }
    : { business_name: to.typed, village: to.villageCode };
  const answers = startAnswers(open, known, moment);
  return {
    id: newId(),
    roundId: round.roundId,
    rowId: row?.rowId ?? null,
    ...(row ? {} : { newEnterpriseId: newId() }),
    ...(row?.recheckId ? { recheckId: row.recheckId } : {}),
    userId: to.userId,
    formId: round.formId,
    formVersion: round.formVersion,
    verdict: null,
    startedAt: new Date(moment.now).toISOString(),
    activeS: 0,
    answers,
    preloaded: answers,
    photos: [],
    ...(row ? { baseRevision: row.revision } : {}),
    villageCode: row?.village || to.villageCode,
    title: row?.name ?? to.typed ?? '',
  };
}

/** The draft as it is handed in: unasked answers left out, photos and position that the answers name. */
export function settleVisit(
  open: OpenForm,
  draft: Draft,
  moment: Moment,
): { draft: Draft; problems: FormView['problems'] } {
  const { answers, problems } = finishAnswers(open, draft.answers as Answers, moment);
  const texts = new Set(Object.values(answers).map(givenText));
  const geopoint = open.nodes.find(({ item }) => item.kind === 'geopoint');
  const position =
    (geopoint && readGeopoint(givenText(answers[geopoint.item.name]), draft.position)) ?? draft.position;
  const named = givenText(answers.business_name) || givenText(answers.owner_name);
  return {
    draft: {
      ...draft,
      answers,
      verdict: givenText(answers[verdictQuestion]) || null,
      photos: draft.photos.filter(({ id }) => texts.has(id)),
      ...(position ? { position } : {}),
      title: draft.title || named,
    },
    problems,
  };
}

/** `latitude longitude altitude accuracy`, as the form keeps a position. */
export function geopointOf({ latitude, longitude, accuracyM }: Position): string {
  return `${latitude.toFixed(6)} ${longitude.toFixed(6)} 0 ${accuracyM}`;
}

function readGeopoint(text: string, taken: Position | undefined): Position | undefined {
  const [latitude, longitude, , accuracyM] = text.split(/\s+/).map(Number);
  if (text === '' || latitude === undefined || longitude === undefined || Number.isNaN(latitude + longitude))
    return undefined;
  const at = taken?.at ?? new Date().toISOString();
  return { latitude, longitude, accuracyM: accuracyM ?? 0, at };
}
