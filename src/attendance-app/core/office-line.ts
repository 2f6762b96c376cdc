import type {
  AttendanceWork,
  MarksAnswer,
  PhoneRefusal,
  SendMarks,
} from '#features/run-intake/rules/attendance-wire.ts';

/**
 * What came of asking the office. `unreachable`: no answer, so it may or may not have happened; `busy`: it asks to be left alone
 * for a while; `unwelcome`: this link does not hold.
 */
export type Asked<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'unreachable' }
  | { kind: 'busy' }
  | { kind: 'unwelcome'; why: 'revoked' | 'expired' | 'unknown' };

export type OfficeLine = {
  work(code: string): Promise<Asked<AttendanceWork>>;
  send(code: string, marks: SendMarks): Promise<Asked<MarksAnswer>>;
};

/** A thin line may be slow, but a dead one is not waited for. */
const patienceMs = 30_000;

export function makeOfficeLine(
  fetchFrom: (path: string, init: RequestInit) => Promise<Response> = (path, init) => fetch(path, init),
  base = '/hadir/api',
): OfficeLine {
  async function ask<T>(path: string, code: string, init: RequestInit = {}): Promise<Asked<T>> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), patienceMs);
    try {
      const response = await fetchFrom(base + path, {
        cache: 'no-store',
        credentials: 'omit',
        signal: giveUp.signal,
        ...init,
        headers: { Authorization: `Bearer ${code}`, 'Content-Type': 'application/json' },
      });
      const body = await response.json();
      if (response.ok) return { kind: 'ok', value: body as T };
      const why = (body as { code?: PhoneRefusal }).code;
      if (response.status === 401 && (why === 'revoked' || why === 'expired' || why === 'unknown'))
        return { kind: 'unwelcome', why };
      return { kind: 'busy' };
    } catch {
      // No answer, half an answer, or a sign-in page of somebody's Wi-Fi in its place.
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    work: (code) => ask<AttendanceWork>('/work', code),
    send: (code, marks) => ask<MarksAnswer>('/marks', code, { method: 'POST', body: JSON.stringify(marks) }),
  };
}
