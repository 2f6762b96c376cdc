import type { MinutesContent } from './minutes-content.ts';

/** One berita acara as it is listed. */
export type MinutesLine = {
  minutesId: string;
  number: string;
  dated: string;
  madeAt: Date;
  madeBy: string;
  signedAt: Date | null;
  signedBy: string | null;
  signedName: string | null;
  replacedAt: Date | null;
};

export type MinutesView = {
  selectionId: string;
  name: string;
  /** The first of its intakes, to come back to. */
  intakeId: string;
  today: string;
  /** The one that stands, with what is on it; null: none was made yet. */
  standing: (MinutesLine & { content: MinutesContent }) | null;
  /** A decision against the list was taken after it was made: a new one is needed. */
  stale: boolean;
  older: MinutesLine[];
  signatories: { signatoryId: string; words: string }[];
};
