import { useEffect, useState } from 'react';
import type { TypedRow } from '../rules/fast-entry.ts';
import type { TypedMatch } from '../rules/typing-view.ts';

const pauseMs = 300;
const nameLength = 3;

/** Who of the register the row may be, asked whenever typing rests a moment. A network that fails only stays silent. */
export function useRowMatches(values: TypedRow, active: boolean): readonly TypedMatch[] {
  const [matches, setMatches] = useState<readonly TypedMatch[]>([]);
  const { full_name: name = '', village = '', nik = '', phone = '' } = values;
  const isEnough =
    active && (name.trim().length >= nameLength || nik.length >= 16 || phone.replace(/\D/g, '').length >= 9);
  useEffect(() => {
    if (!isEnough) return setMatches([]);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const body = new FormData();
      for (const [field, value] of Object.entries({ name, village, nik, phone })) body.set(field, value);
      try {
        const response = await fetch('/daftar/ketik/cocok', {
          method: 'POST',
          body,
          redirect: 'manual',
          signal: stop.signal,
        });
        if (response.ok) setMatches((await response.json()).matches);
      } catch {
        // Typing goes on without.
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [isEnough, name, village, nik, phone]);
  return matches;
}
