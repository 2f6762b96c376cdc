import { NO_NEWS, UNSAID } from './sum-outcomes.ts';

/** By which the answer is called on screen (messages/answer-words). */
export type AnswerWord =
  | `running_${'running' | 'paused' | 'closed' | 'unknown'}`
  | `change_${'up' | 'same' | 'down' | 'no_figure_before'}`
  | `product_${'yes' | 'no'}`
  | `buyer_${'none' | 'same_city' | 'other_region' | 'abroad_through' | 'abroad_direct'}`
  | `export_${'yes' | 'no'}`
  | 'unsaid'
  | 'no_news';

type Question = {
  name: 'running' | 'sales' | 'newProduct' | 'newBuyer' | 'hasExported';
  /** What is counted → its word, in the order of the bars. */
  answers: readonly (readonly [string, AnswerWord])[];
};

const rest = [
  [UNSAID, 'unsaid'],
  [NO_NEWS, 'no_news'],
] as const;

/** Questions with an answer out of a few, as results show them. Together the bars of one are all who were asked. */
export const questionsToSum: readonly Question[] = [
  {
    name: 'running',
    answers: [
      ['running', 'running_running'],
      ['paused', 'running_paused'],
      ['closed', 'running_closed'],
      ['unknown', 'running_unknown'],
      [NO_NEWS, 'no_news'],
    ],
  },
  {
    name: 'sales',
    answers: [
      ['up', 'change_up'],
      ['same', 'change_same'],
      ['down', 'change_down'],
      ['no_figure_before', 'change_no_figure_before'],
      ...rest,
    ],
  },
  { name: 'newProduct', answers: [['yes', 'product_yes'], ['no', 'product_no'], ...rest] },
  {
    name: 'newBuyer',
    answers: [
      ['abroad_direct', 'buyer_abroad_direct'],
      ['abroad_through', 'buyer_abroad_through'],
      ['other_region', 'buyer_other_region'],
      ['same_city', 'buyer_same_city'],
      ['none', 'buyer_none'],
      ...rest,
    ],
  },
  { name: 'hasExported', answers: [['yes', 'export_yes'], ['no', 'export_no'], ...rest] },
];
