import { createHash } from 'node:crypto';

/**
 * The ETag of a record: `"3.Kq2…"`. The number is the record's revision, which an edit must name; the rest is a digest of
 * the whole answer, since products or groups may change without the record's own revision.
 */
export function revisionTag(revision: number, json: string): string {
  return `"${revision}.${createHash('sha256').update(json).digest('base64url').slice(0, 16)}"`;
}

const TAG = /^(?:W\/)?"(\d{1,9})(?:\.[\w-]+)?"$/;

/**
 * The revision that an `If-Match` header names; null when it names none. `W/` is accepted: compression on the way makes
 * every tag weak. `*` is not: it would overwrite whatever is there.
 */
export function revisionOfTag(ifMatch: string | undefined): number | null {
  const match = TAG.exec(ifMatch?.trim() ?? '');
  return match ? Number(match[1]) : null;
}

/** Whether an `If-None-Match` header holds this tag (weak comparison, RFC 9110 §13.1.2). */
export function holdsTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const wanted = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return wanted.includes(tag) || wanted.includes('*');
}
