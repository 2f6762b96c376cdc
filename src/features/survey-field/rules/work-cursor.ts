/**
 * How far a phone knows its list: the oldest transaction that may have written since, and the rounds it had then. Opaque
 * to the phone.
 */
export type WorkCursor = { since: number; rounds: string };

export function formatCursor({ since, rounds }: WorkCursor): string {
  return `${since}.${rounds}`;
}

/** Anything else means: from the beginning. */
export function parseCursor(text: string | undefined): WorkCursor | null {
  const [, since, rounds] = /^(\d{1,15})\.([\w-]{0,64})$/.exec(text ?? '') ?? [];
  return since !== undefined && rounds !== undefined ? { since: Number(since), rounds } : null;
}

/** `id.version,…`: the forms that a phone says it has. */
export function parseForms(text: string | undefined): Set<string> {
  return new Set(
    (text ?? '').split(',').flatMap((part) => (/^[^,]{1,210}\.\d{1,9}$/.test(part) ? [part] : [])),
  );
}
