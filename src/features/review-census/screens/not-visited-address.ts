import { type NotVisitedAsked, type Span, spans } from '../rules/not-visited.ts';

export function notVisitedAsked(search: URLSearchParams): NotVisitedAsked {
  const one = (name: string) => (search.get(name) ?? '').slice(0, 60);
  const span = one('sejak');
  return {
    span: spans.includes(span as Span) ? (span as Span) : 'never',
    villageCode: one('kelurahan'),
    sector: one('sektor'),
    sex: one('jk'),
    disability: one('disabilitas') === '' ? '' : 'yes',
    after: search.get('setelah'),
  };
}
