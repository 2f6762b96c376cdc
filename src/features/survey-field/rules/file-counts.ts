/** What became of an outbox file, line by line. */
export type FileCounts = {
  stored: number;
  known: number;
  quarantined: number;
  unreadable: number;
  photos: number;
  knownPhotos: number;
  /** Photos that could not be taken: too large, or damaged on the way. */
  photosRefused: number;
  /** Lines that are none of ours; a file that was cut on its way ends with one. */
  damagedLines: number;
  /** Lines that the file announces on top and does not hold: it was cut between two of them. */
  missing: number;
};

export const noCounts = (): FileCounts => ({
  stored: 0,
  known: 0,
  quarantined: 0,
  unreadable: 0,
  photos: 0,
  knownPhotos: 0,
  photosRefused: 0,
  damagedLines: 0,
  missing: 0,
});
