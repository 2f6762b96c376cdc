import { isOfWholeOffice } from '#kernel/actor.ts';
import { addMonths, plainDateInWib, startOfDayInWib } from '#kernel/calendar.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import {
  canonicalIds,
  countNotGreeted,
  listNotGreeted,
  type NotGreetedFilter,
  villageNames,
} from '../../register-enterprise/index.server.ts';
import { countGroups, saidCount } from '../../review-census/index.server.ts';
import { listReachedSince } from '../contact-store.server.ts';
import type { NotGreetedAsked, NotGreetedView } from '../rules/not-greeted.ts';

const EVERYBODY = 200_000;

async function filterOf(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  { span, ...narrowed }: NotGreetedAsked,
): Promise<NotGreetedFilter> {
  if (span === 'all') return { ...narrowed, greetedIds: [] };
  const today = plainDateInWib(now.getTime());
  const since = span === 'never' ? null : new Date(startOfDayInWib(addMonths(today, -Number(span))));
  const reached = await listReachedSince(trx, officeCode, since);
  const standing = await canonicalIds(trx, officeCode, reached);
  return { ...narrowed, greetedIds: [...new Set(standing.values())] };
}

/**
 * Enterprises nobody reached, or not lately, counted by area, sector, sex and disability; null for who is not of the
 * whole office. People with a disability are counted in fives (UU 27/2022 art. 4).
 */
export async function notGreetedPage(
  context: QueryContext,
  asked: NotGreetedAsked,
): Promise<NotGreetedView | null> {
  if (!isOfWholeOffice(context)) return null;
  const { trx, officeCode, now } = context;
  const { greetedIds } = await filterOf(context, asked);
  const { count, by } = countGroups(await countNotGreeted(trx, officeCode, greetedIds), asked);
  const facet = (which: 'villageCode' | 'sector' | 'sex') =>
    by(which).flatMap(({ value, count: of }) => {
      const said = saidCount(of, asked.disability);
      return said === null ? [] : [{ value, count: said }];
    });
  const villages = facet('villageCode');
  const names = await villageNames(
    trx,
    villages.map(({ value }) => value),
  );
  return {
    asked,
    asOf: now.getTime(),
    count: saidCount(count, asked.disability),
    villages: villages.map(({ value, count: of }) => ({ value, label: names.get(value) ?? null, count: of })),
    sectors: facet('sector'),
    sexes: facet('sex'),
  };
}

/** Their ids, in the order of the register. */
export async function notGreetedIds(
  context: Pick<CommandContext, 'trx' | 'officeCode' | 'now'>,
  asked: NotGreetedAsked,
  limit = EVERYBODY,
): Promise<string[]> {
  const filter = await filterOf(context, asked);
  return listNotGreeted(context.trx, context.officeCode, filter, { after: null, limit });
}
