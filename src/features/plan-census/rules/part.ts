/** Part of a round's rows; what is left out does not narrow it. */
export type Part = {
  villageCode?: string | undefined;
  rw?: string | undefined;
  rt?: string | undefined;
  sourceListId?: string | undefined;
};
