import type { Locale } from '#kernel/language.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { areasForLists, listGroupChoices } from '../../register-enterprise/index.server.ts';
import type { Names } from '../rules/condition-words.ts';
import { rubricsInUse } from './rubrics-in-use.server.ts';

/** Names of the groups, rubrics and areas that conditions speak of. */
export async function conditionNames(trx: Trx, office: string, locale: Locale): Promise<Names> {
  const areas = await areasForLists(trx, office);
  const rubrics = await rubricsInUse(trx, office);
  const groups = await listGroupChoices(trx);
  return {
    area: new Map([
      ...areas.flatMap(({ districtCode, districtName }): [string, string][] =>
        districtCode && districtName ? [[districtCode, districtName]] : [],
      ),
      ...areas.map(({ code, name }): [string, string] => [code, name]),
    ]),
    rubric: new Map(rubrics.map(({ rubricId, name }) => [rubricId, name[locale]])),
    aspect: new Map(
      rubrics.flatMap(({ aspects }) =>
        aspects.map(({ key, label }): [string, string] => [key, label[locale]]),
      ),
    ),
    group: new Map(groups.map(({ groupId, name }) => [groupId, name])),
  };
}
