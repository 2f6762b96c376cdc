import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Button } from '../ui/button.tsx';
import { useLocale } from '../ui/use-locale.ts';
import { staffMessages } from './staff-messages.ts';
import { useIdleLock } from './use-idle-lock.ts';

type Failure = 'wrongPassword' | 'tooMany' | 'unreachable';

/**
 * After `idleMinutes` without input the screen locks, here and on the server, with the page and what was typed kept
 * underneath. Unlocking posts `password` to /terkunci, which answers with a redirect when the password is right.
 */
export function IdleLock({ name, idleMinutes }: { name: string; idleMinutes: number }) {
  const t = messagesFor(staffMessages, useLocale());
  const { locked, unlocked } = useIdleLock(idleMinutes);
  const { revalidate } = useRevalidator();
  const dialog = useRef<HTMLDialogElement>(null);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (locked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [locked]);

  // Browsers let Esc close any dialog; this one stays until the password is given.
  const stayOpen = () => {
    if (locked) dialog.current?.showModal();
  };

  async function unlock(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    const answer = await fetch('/terkunci', {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as never),
      redirect: 'manual',
    }).catch(() => null);
    setBusy(false);
    if (answer?.type !== 'opaqueredirect') {
      setFailure(
        answer === null || answer.status >= 500
          ? 'unreachable'
          : answer.status === 429
            ? 'tooMany'
            : 'wrongPassword',
      );
      return;
    }
    form.reset();
    setFailure(undefined);
    unlocked();
    // Should the session have ended meanwhile, this leads to signing in.
    await revalidate();
  }

  return (
    <dialog
      ref={dialog}
      className="lock"
      aria-labelledby="terkunci"
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      onClose={stayOpen}
    >
      <div className="card stack">
        <BrandMark size={40} />
        <div>
          <h2 id="terkunci">{t.locked}</h2>
          <p className="soft">{name}</p>
        </div>
        <p>{t.lockedText}</p>
        <form method="post" action="/terkunci" onSubmit={unlock} className="stack">
          <div className="field">
            <label className="label" htmlFor="sandi-kunci">
              {t.password}
            </label>
            <input
              id="sandi-kunci"
              className="input"
              type="password"
              name="password"
              autoComplete="current-password"
              required
              aria-invalid={failure === 'wrongPassword' || undefined}
              aria-describedby={failure ? 'sandi-kunci-keliru' : undefined}
            />
            <span className="error" id="sandi-kunci-keliru" role="alert">
              {failure && t[failure]}
            </span>
          </div>
          <Button wide disabled={busy}>
            {t.unlock}
          </Button>
        </form>
        <form method="post" action="/keluar">
          <Button look="quiet">{t.notMe}</Button>
        </form>
      </div>
    </dialog>
  );
}
