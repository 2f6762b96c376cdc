/** How many rows of a round, or of one village of it, stand where. Rows set aside count nowhere else. */
export type Numbers = {
  listed: number;
  sample: number;
  sampleDone: number;
  open: number;
  assigned: number;
  /** Visited in vain or sent back: to be visited again. */
  tried: number;
  /** Waits for a supervisor; one that is contested among them. */
  submitted: number;
  approved: number;
  setAside: number;
  rtInformed: number;
};

export const noNumbers: Numbers = {
  listed: 0,
  sample: 0,
  sampleDone: 0,
  open: 0,
  assigned: 0,
  tried: 0,
  submitted: 0,
  approved: 0,
  setAside: 0,
  rtInformed: 0,
};

export function sumNumbers(parts: readonly Numbers[]): Numbers {
  const sum = { ...noNumbers };
  for (const part of parts)
    for (const key of Object.keys(noNumbers) as (keyof Numbers)[]) sum[key] += part[key];
  return sum;
}
