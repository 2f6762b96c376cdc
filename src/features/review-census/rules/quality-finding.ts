export type QualityCheck =
  | 'too_quick'
  | 'far_away'
  | 'same_photo'
  | 'same_phone'
  | 'same_answers'
  | 'sales_unusual'
  | 'sales_per_worker'
  | 'at_night'
  | 'clock_wrong'
  | 'proof_missing';

/**
 * What a check noticed. It is a reason to look and never blocks anything: a supervisor decides. `facts` are for the
 * sentence on screen: numbers in the unit that their name says, and ids of other submissions.
 */
export type Finding = {
  check: QualityCheck;
  severity: 'look' | 'likely_wrong';
  facts: Readonly<Record<string, number | string>>;
};
