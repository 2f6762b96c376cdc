/** A line of the sheet as the form carries it; parsed by saveSheet. */
export type TypedLine = {
  participantId: string;
  state: string;
  reason: string;
  shown: { state: string; reason: string } | null;
};

/** Names of the fields of one participant. */
export const sheetNames = (participantId: string) => ({
  state: `state.${participantId}`,
  reason: `reason.${participantId}`,
  shown: `shown.${participantId}`,
  shownReason: `shownReason.${participantId}`,
});

/** The lines of a sheet that was sent: of everybody whose state is in it. */
export function readSheet(form: FormData): TypedLine[] {
  const text = (name: string) => String(form.get(name) ?? '');
  const ids = [...form.keys()].flatMap((name) =>
    name.startsWith('state.') ? [name.slice('state.'.length)] : [],
  );
  return [...new Set(ids)].map((participantId) => {
    const names = sheetNames(participantId);
    const shown = text(names.shown);
    return {
      participantId,
      state: text(names.state),
      reason: text(names.reason),
      shown: shown === '' ? null : { state: shown, reason: text(names.shownReason) },
    };
  });
}
