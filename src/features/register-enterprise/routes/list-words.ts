import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { listMessages } from '../messages/list-messages.ts';
import type { EnterpriseList } from '../queries/enterprise-list.server.ts';
import { leaderSentence } from '../rules/leader-sentence.ts';
import type { RegisterAddress } from '../rules/register-address.ts';

/** Where the counts of a list come from, how many they are, and the sentence for the head of office. */
export function wordsOfList(
  list: EnterpriseList,
  address: RegisterAddress,
  officeName: string,
  locale: Locale,
) {
  const t = messagesFor(listMessages, locale);
  const chosen = list.sources.filter((one) => address.filter.sources?.includes(one.sourceListId));
  const source =
    chosen.length > 0
      ? chosen.map((one) => `${one.name} (${t.asOf} ${formatDate(one.asOf, locale)})`).join(', ')
      : t.sourceOfAll({ office: officeName });
  const { enterprises, owners, similar } = list;
  const asOf = list.asOf.getTime();
  const figures = {
    enterprises,
    owners,
    on: plainDateInWib(asOf),
    text: address.text,
    filter: address.filter,
    source,
  };
  return {
    count: { enterprises, owners, similar, asOf, source },
    sentence: leaderSentence(figures, list, locale),
  };
}
