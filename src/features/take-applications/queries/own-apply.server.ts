import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { standingsOf } from '../../judge-eligibility/index.server.ts';
import { findIntakeByCode } from '../../plan-programme/index.server.ts';
import { canonicalIds, ownEnterprises } from '../../register-enterprise/index.server.ts';
import type { OwnApplyPage } from '../rules/own-apply-view.ts';
import { listApplications } from './applications.server.ts';
import { publicIntakeView } from './public-intakes.server.ts';

/** An intake as an owner sees it, with the own enterprises and what each lacks; null where there is no such intake. */
export async function ownApplyPage(
  context: QueryContext,
  code: string,
  locale: Locale,
): Promise<OwnApplyPage | null> {
  const { trx, officeCode } = context;
  const intake = await findIntakeByCode(trx, officeCode, code);
  if (!intake || intake.status === 'planned') return null;
  const own = await ownEnterprises(context);
  const enterpriseIds = own.map(({ enterpriseId }) => enterpriseId);
  const { standings } = await standingsOf(context, intake.programmeId, enterpriseIds, locale);
  const received = (await listApplications(trx, officeCode, intake.intakeId)).filter(
    ({ status }) => status === 'received',
  );
  const written = received.map(({ enterpriseId }) => enterpriseId);
  const applied = new Set((await canonicalIds(trx, officeCode, written)).values());
  return {
    intakeId: intake.intakeId,
    intake: await publicIntakeView(context, intake),
    enterprises: own.map(({ enterpriseId, name, villageName }) => {
      const known = standings.get(enterpriseId);
      return {
        enterpriseId,
        name,
        village: villageName,
        standing: known?.standing ?? null,
        lacking: known?.lacking ?? [],
        unknown: known?.unknown ?? [],
        applied: applied.has(enterpriseId),
      };
    }),
  };
}
