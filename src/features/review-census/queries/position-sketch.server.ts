import type { QueryContext } from '#platform/command.server.ts';
import type { SubmissionRow } from '../../survey-field/index.server.ts';
import { metresFrom, ringsOf, simplified } from '../rules/area-geometry.ts';
import type { PositionSketch } from '../rules/review-view.ts';
import { listShapes } from '../shape-store.server.ts';

/** About 20 metres: finer than a sketch shows. */
const TOLERANCE = 0.0002;

type Asked = {
  submission: SubmissionRow;
  villageCode: string | null;
  villageName: string | null;
  register: { latitude: number; longitude: number } | null;
};

/** Where the visit was, beside the outline of its kelurahan; null without a position. */
export async function positionSketch(
  { trx, officeCode }: QueryContext,
  { submission, villageCode, villageName, register }: Asked,
): Promise<PositionSketch | null> {
  const { latitude, longitude, accuracyM } = submission;
  if (latitude === null || longitude === null) return null;
  const [shape] = villageCode === null ? [] : await listShapes(trx, officeCode, [villageCode]);
  return {
    latitude,
    longitude,
    accuracyM,
    metresFromVillage: shape ? metresFrom(shape.shape, [longitude, latitude]) : null,
    rings: shape ? ringsOf(shape.shape).map((ring) => simplified(ring, TOLERANCE)) : [],
    villageName,
    register,
  };
}
