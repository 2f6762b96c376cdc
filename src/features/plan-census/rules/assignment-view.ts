/** What one gesture handed over. */
export type Gesture = {
  gestureId: string;
  /** The gesture that this one took back. */
  undoes: string | null;
  undone: boolean;
  rows: number;
  /** Names; null: nobody. */
  from: (string | null)[];
  to: (string | null)[];
  reason: string | null;
  movedAt: string;
  movedBy: string;
};

export type SharePart = { village: string | null; rows: number };

/** What a person would get. */
export type Share = {
  userId: string;
  name: string;
  before: number;
  gets: number;
  inSample: number;
  parts: SharePart[];
};

export type AssignmentPreview = {
  /** Rows of the part that nobody has. */
  open: number;
  /** Of them those that are handed out now. */
  rows: number;
  shares: Share[];
};

export type OpenPlace = {
  villageCode: string | null;
  village: string | null;
  rw: string | null;
  rt: string | null;
  rows: number;
  sample: number;
};

export type AssignmentPage = {
  open: number;
  openSample: number;
  /** Where rows are that nobody has, RT by RT. */
  places: OpenPlace[];
  lists: { sourceListId: string; name: string }[];
  people: { userId: string; name: string; left: number; villages: string[] }[];
  /** Null: nobody is chosen yet. */
  preview: AssignmentPreview | null;
  gestures: Gesture[];
};
