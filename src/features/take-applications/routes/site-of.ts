import type { Services } from '#platform/services.server.ts';

/** Where people outside reach these pages: the set address, else the one that was asked. */
export const siteOf = (services: Services, url: URL): string =>
  new URL(services.env.GAWANGAN_URL ?? url.origin).origin;
