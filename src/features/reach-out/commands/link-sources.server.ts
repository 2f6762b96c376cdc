import type { QueryContext } from '#platform/command.server.ts';
import type { OutreachRow } from '../outreach-store.server.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'vault'>;

/**
 * Some lists give each person a link of their own ({tautan}). The slice that makes such lists says which: when a message is
 * filled, so that no list keeps a link.
 */
export type LinkSource = {
  originKind: string;
  /** Paths on this site, for a person with these enterprises. */
  linksFor(context: Context, originId: string, enterpriseIds: readonly string[]): Promise<string[]>;
};

const sources: LinkSource[] = [];

export function registerLinkSources(more: readonly LinkSource[]): void {
  sources.push(...more);
}

const sourceOf = ({ originKind }: Pick<OutreachRow, 'originKind'>) =>
  sources.find((one) => one.originKind === originKind);

/** Whether each person of the list has a link of their own. */
export const hasOwnLinks = (outreach: Pick<OutreachRow, 'originKind'>): boolean =>
  sourceOf(outreach) !== undefined;

/** Whole addresses for {tautan}; `site`: this installation's own, such as `https://umkm.contoh.go.id`; null: not known. */
export async function linksFor(
  context: Context,
  outreach: Pick<OutreachRow, 'originKind' | 'originId'>,
  enterpriseIds: readonly string[],
  site: string | null,
): Promise<string[]> {
  if (site === null) return [];
  const paths = (await sourceOf(outreach)?.linksFor(context, outreach.originId, enterpriseIds)) ?? [];
  return paths.map((path) => new URL(path, site).href);
}
