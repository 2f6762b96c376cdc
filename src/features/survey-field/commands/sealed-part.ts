/** What of a submission is sealed under its own key, as JSON (field `answers`): personal answers, and what only newer programs know. */
export type SealedPart = {
  answers: Record<string, unknown>;
  preloaded: Record<string, unknown>;
  more: Record<string, unknown>;
};
