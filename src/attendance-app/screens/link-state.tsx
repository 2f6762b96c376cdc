import { useState } from 'react';
import type { LinkRecord, PhoneStore } from '../core/phone-store.ts';
import type { Phone } from '../use-phone.ts';
import { useText } from '../use-text.ts';

type Props = { phone: Phone; link: LinkRecord; store: PhoneStore };

/** A link whose list has not come yet, or that the office does not know. */
export function LinkState({ phone, link, store }: Props) {
  const t = useText();
  const { outcome, syncSoon } = phone;
  if (link.state !== 'valid')
    return (
      <>
        <h1>{t.title}</h1>
        <DeadLink phone={phone} link={link} store={store} />
      </>
    );
  const isWaiting = outcome === 'running' || outcome === null;
  return (
    <>
      <h1>{t.title}</h1>
      <p aria-live="polite">{isWaiting ? t.fetching : outcome === 'busy' ? t.busy : t.needsSignal}</p>
      {!isWaiting && (
        <button type="button" className="main" onClick={syncSoon}>
          {t.again}
        </button>
      )}
    </>
  );
}

/** Says why a link does not hold any more, what is still only here, and lets the names be taken off the phone. */
export function DeadLink({ phone, link, store }: Props) {
  const t = useText();
  const [isSure, setSure] = useState(false);
  if (link.state === 'valid') return null;
  const { unsent } = phone;
  return (
    <div className="notice wrong" role="alert">
      <p>
        <strong>{t[link.state]}</strong>
      </p>
      {link.work && <p>{unsent > 0 ? t.keptHere({ count: unsent }) : t.keptAll}</p>}
      {isSure ? (
        <>
          <p>{t.removeText}</p>
          <button type="button" className="button" onClick={() => void store.forget(link.code)}>
            {t.removeSure}
          </button>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setSure(true)}>
          {t.remove}
        </button>
      )}
    </div>
  );
}
