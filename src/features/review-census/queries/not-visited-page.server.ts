import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { listVisitedSince } from '../../plan-census/index.server.ts';
import {
  countNotVisited,
  listNotVisited,
  type NotVisited,
  type NotVisitedFilter,
} from '../../register-enterprise/index.server.ts';
import {
  countGroups,
  type Facet,
  type NotVisitedAsked,
  type NotVisitedView,
  saidCount,
  visitedBefore,
} from '../rules/not-visited.ts';
import { villageNamesOf } from './village-names.server.ts';

const PAGE = 50;
const BEGINNING = '0001-01-01';

export async function notVisitedFilter(
  { trx, officeCode, now }: QueryContext | CommandContext,
  { span, villageCode, sector, sex, disability }: NotVisitedAsked,
): Promise<NotVisitedFilter> {
  const before = visitedBefore(span, plainDateInWib(now.getTime()));
  const visitedIds = await listVisitedSince(trx, officeCode, before ?? BEGINNING);
  return { before, visitedIds, villageCode, sector, sex, disability };
}

export const placeOf = ({ villageName, rt, rw, address }: NotVisited): string =>
  [villageName, rt && `RT ${rt}`, rw && `RW ${rw}`, address].filter(Boolean).join(' · ');

/** Enterprises nobody visited, or not lately, with counts to narrow them by; null for who is not of the whole office. */
export async function notVisitedPage(
  context: QueryContext,
  asked: NotVisitedAsked,
): Promise<NotVisitedView | null> {
  const { trx, officeCode, now } = context;
  if (!isOfWholeOffice(context)) return null;
  const filter = await notVisitedFilter(context, asked);
  const names = await villageNamesOf(context);
  const { count, by } = countGroups(await countNotVisited(trx, officeCode, filter), asked);
  const after = asked.after !== null && isId(asked.after) ? asked.after : null;
  // Whoever has a disability is not shown by name: the sheet is, and is written down.
  const found =
    asked.disability === '' ? await listNotVisited(trx, officeCode, filter, { after, limit: PAGE + 1 }) : [];
  const facet = (which: Facet) =>
    by(which).flatMap(({ value, count: of }) => {
      const said = saidCount(of, asked.disability);
      return said === null ? [] : [{ value, count: said }];
    });
  return {
    asked,
    asOf: now.getTime(),
    count: saidCount(count, asked.disability),
    lines: found.slice(0, PAGE).map((one) => ({
      enterpriseId: one.enterpriseId,
      name: one.name,
      ownerName: one.ownerName,
      sector: one.sector,
      place: placeOf(one),
      phoneHint: one.phoneHint,
      verifiedOn: one.verifiedOn,
    })),
    next: found.length > PAGE ? (found[PAGE - 1]?.enterpriseId ?? null) : null,
    villages: facet('villageCode').map(({ value, count: of }) => ({
      value,
      label: names.get(value) ?? null,
      count: of,
    })),
    sectors: facet('sector'),
    sexes: facet('sex'),
  };
}
