import type { QueueFilter } from '../rules/review-view.ts';

const names = { userId: 'pendata', villageCode: 'kelurahan', verdict: 'hasil', urgency: 'perlu' } as const;

export function queueFilterOf(search: URLSearchParams): QueueFilter {
  const one = (name: string) => (search.get(name) ?? '').slice(0, 100);
  return {
    userId: one(names.userId),
    villageCode: one(names.villageCode),
    verdict: one(names.verdict),
    urgency: one(names.urgency),
  };
}

/** Address within the queue of a round that keeps what it is narrowed by. */
export function queueHref(
  roundId: string,
  filter: QueueFilter,
  more: { submissionId?: string | undefined; after?: string | undefined; isKept?: boolean } = {},
): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(names) as (keyof typeof names)[])
    if (filter[key] !== '') search.set(names[key], filter[key]);
  if (more.after !== undefined) search.set('sesudah', more.after);
  if (more.isKept) search.set('tetap', '1');
  const query = search.size > 0 ? `?${search}` : '';
  return `/pendataan/${roundId}/periksa${more.submissionId ? `/${more.submissionId}` : ''}${query}`;
}
