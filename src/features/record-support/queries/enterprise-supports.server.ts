import { formatDate } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import { kindWord, topicWord } from '#kernel/support-terms.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { type ProfilePart, standingWithinReach } from '../../register-enterprise/index.server.ts';
import { supportMessages } from '../messages/support-messages.ts';
import { supportPermissions } from '../permissions.ts';
import { absencePhrase } from '../rules/absence.ts';
import type { Support } from '../rules/support.ts';
import { listSupports } from './supports-of.server.ts';

export type EnterpriseSupports = { enterpriseId: string; name: string; supports: Support[] };

/** What one enterprise received; null where it is none, or out of the person's reach. */
export async function enterpriseSupports(
  context: QueryContext,
  enterpriseId: string,
): Promise<EnterpriseSupports | null> {
  const found = isId(enterpriseId) ? await standingWithinReach(context, enterpriseId) : null;
  if (!found) return null;
  const supports = await listSupports(context.trx, context.officeCode, [found.enterpriseId]);
  return { ...found, supports: supports.get(found.enterpriseId) ?? [] };
}

/** On the enterprise's own page: the newest few. */
const SHOWN = 5;

export const supportProfilePart: ProfilePart = {
  permission: supportPermissions['support.view'],
  async read({ trx, officeCode }, enterpriseId) {
    const supports = (await listSupports(trx, officeCode, [enterpriseId])).get(enterpriseId) ?? [];
    const both = (text: (locale: Locale) => string) => ({ id: text('id'), en: text('en') });
    return {
      id: 'pembinaan',
      title: both((locale) => supportMessages[locale].title),
      empty: both((locale) => supportMessages[locale].none),
      link: {
        to: `/usaha/${enterpriseId}/pembinaan`,
        label: both((locale) => supportMessages[locale].seeAll),
      },
      lines: supports.slice(0, SHOWN).map((support) => ({
        key: support.supportId,
        title: both(() => support.title),
        note: both((locale) => supportNote(support, locale)),
      })),
    };
  },
};

/** Kind, provider, days, end and absence of one support, in small. */
function supportNote(support: Support, locale: Locale): string {
  const t = supportMessages[locale];
  return [
    `${kindWord(support.kind, locale)} ${topicWord(support.topic, locale).toLowerCase()}`,
    t.by({ provider: support.provider }),
    formatDate(support.startedOn, locale),
    t[`outcome_${support.outcome}`],
    ...(support.absence ? [absencePhrase(support.absence, locale)] : []),
  ].join(' · ');
}
