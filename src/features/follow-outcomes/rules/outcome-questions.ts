import type { SalesBand } from './sales-bands.ts';

export const runningAnswers = ['running', 'paused', 'closed', 'unknown'] as const;
export type Running = (typeof runningAnswers)[number];

/** Of several new buyers the farthest one. */
export const buyerAnswers = ['none', 'same_city', 'other_region', 'abroad_through', 'abroad_direct'] as const;
export type NewBuyer = (typeof buyerAnswers)[number];

export const yesNo = ['yes', 'no'] as const;
export type YesNo = (typeof yesNo)[number];

/** What was told at one time. Only the first is always there; null: not said, and never read as no. */
export type OutcomeAnswers = {
  running: Running;
  /** Sales of a month. */
  salesBand: SalesBand | null;
  newProduct: YesNo | null;
  productName: string | null;
  newBuyer: NewBuyer | null;
  /** Sent goods abroad itself; asked after export topics only. */
  hasExported: YesNo | null;
  /** What helped most, in their own words. */
  helped: string | null;
  /** Agreed that the office tells their story with the enterprise's name; null: did not say so. */
  mayPublish: 'yes' | null;
};

/** Whether the training was about selling abroad. */
export const asksForExport = (topic: string): boolean => topic === 'export';
