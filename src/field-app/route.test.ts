import { expect, test } from 'vitest';
import { hrefOf, parseRoute, type Route } from './route.ts';

test('every place has an address that leads back to it', () => {
  const routes: Route[] = [
    { at: 'today' },
    { at: 'search' },
    { at: 'sent' },
    { at: 'settings' },
    { at: 'map' },
    { at: 'row', rowId: 'r-1' },
    { at: 'visit', draftId: 'd-1' },
  ];
  for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
});

test('an address of nothing leads to today', () => {
  expect(parseRoute('')).toEqual({ at: 'today' });
  expect(parseRoute('#/usaha/')).toEqual({ at: 'today' });
  expect(parseRoute('#/entah')).toEqual({ at: 'today' });
});
