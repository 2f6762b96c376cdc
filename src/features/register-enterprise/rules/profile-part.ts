type Words = { id: string; en: string };

/** One line of a part: what, and in small how, when, by whom. */
export type PartLine = { key: string; title: Words; note: Words };

/** A part of the profile that a later slice adds, as the screen shows it. */
export type ProfilePartView = {
  /** Its anchor in the page. */
  id: string;
  title: Words;
  lines: readonly PartLine[];
  /** Said where there is no line. */
  empty: Words;
  /** The page on which more is seen or done. */
  link: { to: string; label: Words } | null;
};
