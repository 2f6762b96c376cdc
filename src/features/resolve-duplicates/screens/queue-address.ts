import type { ReviewQueue } from '../rules/pair-view.ts';

/** `antrean` in addresses. */
export const queueWords: Record<ReviewQueue, string> = {
  waiting: 'pasangan',
  examples: 'contoh',
  sample: 'mutu',
};

export function queueOf(word: string | null): ReviewQueue {
  return word === queueWords.examples ? 'examples' : word === queueWords.sample ? 'sample' : 'waiting';
}

/** Address of the page; `after`: the pair just answered, which the page then names and lets undo. */
export function reviewAddress(queue: ReviewQueue, after?: string): string {
  const search = new URLSearchParams();
  if (queue !== 'waiting') search.set('antrean', queueWords[queue]);
  if (after) search.set('sesudah', after);
  return search.size === 0 ? '/kembar/periksa' : `/kembar/periksa?${search}`;
}
