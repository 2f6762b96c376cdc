import type { CommandContext } from '#platform/command.server.ts';
import type { Answers } from '#questionnaire/engine/answers.ts';
import type { Form } from '#questionnaire/form.ts';
import { findQuestionnaire, listRowVillages } from '../../plan-census/index.server.ts';
import {
  listPhotoLikeness,
  listPositions,
  listToldAlike,
  type SubmissionRow,
} from '../../survey-field/index.server.ts';
import { figureQuestions } from '../rules/answered-figures.ts';
import {
  type AreaGeometry,
  medianPosition,
  metresBetween,
  metresFrom,
  type Point,
} from '../rules/area-geometry.ts';
import type { Surroundings } from '../rules/quality-checks.ts';
import { defaultQualityLimits } from '../rules/quality-limits.ts';
import { type SalesSpread, spreadOfSales, type YearlySales } from '../rules/sales-checks.ts';
import { checkedSales } from '../rules/submission-facts.ts';
import { listShapes } from '../shape-store.server.ts';

/** Around the middle of a village of which no outline is loaded: villages here are rarely wider. */
const VILLAGE_REACH_M = 2_000;

const emptyForm: Form = { id: '', version: 1, title: '', defaultLanguage: 'id', items: [], lists: {} };

type Visit = Pick<SubmissionRow, 'latitude' | 'longitude'> & { villageCode: string | null };

/** What the submissions of a round are compared with, as far as it is the same for all of them. */
export type RoundSurroundings = {
  formOf(of: { formId: string; formVersion: number }): Promise<Form>;
  photos: Surroundings['photos'];
  salesOf(sector: string | null): SalesSpread | null;
  /** Null where there is no position, or nothing to measure from. */
  metresFromVillage(visit: Visit): number | null;
};

export async function loadRoundSurroundings(
  context: Pick<CommandContext, 'trx' | 'officeCode'>,
  roundId: string,
): Promise<RoundSurroundings> {
  const { trx, officeCode } = context;
  const forms = new Map<string, Form>();
  const formOf = async ({ formId, formVersion }: { formId: string; formVersion: number }) => {
    const key = `${formId}.${formVersion}`;
    const known = forms.get(key);
    if (known) return known;
    const found = await findQuestionnaire(trx, officeCode, formId, formVersion);
    forms.set(key, found?.form ?? emptyForm);
    return found?.form ?? emptyForm;
  };
  const photos = (await listPhotoLikeness(trx, officeCode, roundId)).map((photo) => ({
    submissionId: photo.submissionId,
    subjectId: photo.enterpriseId ?? photo.submissionId,
    likeness: photo.likeness,
  }));
  const sales = await salesBySector(context, roundId, formOf);
  return {
    formOf,
    photos,
    salesOf: (sector) => sales.get(sector ?? '') ?? null,
    metresFromVillage: await villageDistances(context, roundId),
  };
}

async function salesBySector(
  { trx, officeCode }: Pick<CommandContext, 'trx' | 'officeCode'>,
  roundId: string,
  formOf: RoundSurroundings['formOf'],
): Promise<Map<string, SalesSpread | null>> {
  const sales = new Map<string, YearlySales[]>();
  for (const told of await listToldAlike(trx, officeCode, roundId, figureQuestions)) {
    const { yearly } = checkedSales(await formOf(told), told.answers as Answers, 0);
    if (yearly === null) continue;
    const own = sales.get(told.sector) ?? [];
    for (let visit = 0; visit < told.visits; visit++) own.push(yearly);
    sales.set(told.sector, own);
  }
  return new Map([...sales].map(([sector, own]) => [sector, spreadOfSales(own, defaultQualityLimits)]));
}

/** Metres to the outline of a kelurahan; without one, to the middle of what was visited there, less its usual reach. */
async function villageDistances(
  { trx, officeCode }: Pick<CommandContext, 'trx' | 'officeCode'>,
  roundId: string,
): Promise<RoundSurroundings['metresFromVillage']> {
  const shapes = new Map<string, AreaGeometry>(
    (await listShapes(trx, officeCode)).map(({ areaCode, shape }) => [areaCode, shape]),
  );
  const visits = await listPositions(trx, officeCode, roundId);
  const villages = await listRowVillages(
    trx,
    officeCode,
    visits.flatMap(({ rowId }) => rowId ?? []),
  );
  const points = new Map<string, Point[]>();
  for (const { rowId, villageCode, latitude, longitude } of visits) {
    const village = villages.get(rowId ?? '') ?? villageCode;
    if (village === null || shapes.has(village)) continue;
    const own = points.get(village) ?? [];
    own.push([longitude, latitude]);
    points.set(village, own);
  }
  const middles = new Map([...points].map(([village, own]) => [village, medianPosition(own)]));
  return ({ villageCode, latitude, longitude }) => {
    if (villageCode === null || latitude === null || longitude === null) return null;
    const shape = shapes.get(villageCode);
    if (shape) return metresFrom(shape, [longitude, latitude]);
    const middle = middles.get(villageCode);
    return middle ? Math.max(0, metresBetween(middle, [longitude, latitude]) - VILLAGE_REACH_M) : null;
  };
}
