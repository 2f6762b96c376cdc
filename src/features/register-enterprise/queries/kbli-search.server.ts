import type { QueryContext } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listKbli } from '../enterprise-list-store.server.ts';
import { KbliFinder } from '../rules/kbli-finder.ts';

const VERSION = '2025';
const HITS = 8;
/** The reference table changes a few times a year, by the command line. */
const KEPT_MS = 10 * 60_000;

const finders = new WeakMap<Services, { finder: KbliFinder; readAt: number }>();

/** KBLI 2025 codes for everyday words, or for the beginning of a code. */
export async function kbliSearch(
  { services, trx, now }: QueryContext,
  text: string,
): Promise<{ code: string; title: string }[]> {
  let known = finders.get(services);
  if (!known || now.getTime() - known.readAt > KEPT_MS) {
    known = { finder: new KbliFinder(await listKbli(trx, VERSION)), readAt: now.getTime() };
    finders.set(services, known);
  }
  return known.finder.find(text, HITS).map(({ kbliCode, title }) => ({ code: kbliCode, title }));
}
