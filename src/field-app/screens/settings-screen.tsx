import { useEffect, useState } from 'react';
import { useField, useText } from '../app-state.ts';
import { appVersion } from '../core/draft-content.ts';
import { littleSpace, readSpace, type Space } from '../core/storage-space.ts';
import { signOff } from '../core/wipe.ts';
import { useInstall } from '../use-install.ts';
import { FilePart } from './file-part.tsx';
import { NewVersion } from './new-version.tsx';
import { PinPart } from './pin-part.tsx';
import { LanguageButtons } from './setup-screen.tsx';
import { SyncLine } from './sync-line.tsx';

export function SettingsScreen() {
  const text = useText();
  const { unlocked, phone, locale, setLocale, lock } = useField();
  return (
    <>
      <h1>{text.settings}</h1>
      <p>
        <strong>{unlocked.name}</strong>{' '}
        <button type="button" className="quiet" onClick={lock}>
          {text.lock}
        </button>
      </p>
      <SyncLine />
      <NewVersion />
      <FilePart />
      <PinPart />
      <SpacePart />
      <section>
        <h2>{text.language}</h2>
        <LanguageButtons locale={locale} setLocale={setLocale} />
      </section>
      <SignOffPart />
      <p className="quiet-text">{text.version({ version: appVersion, office: phone.officeName })}</p>
    </>
  );
}

function SpacePart() {
  const text = useText();
  const { install } = useInstall();
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    void readSpace().then(setSpace);
  }, []);
  const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
  return (
    <section>
      <h2>{text.storage}</h2>
      {space?.used != null && <p>{text.storageUsed({ used: megabytes(space.used) })}</p>}
      {space?.left != null && space.left < littleSpace && <p className="notice wrong">{text.storageLow}</p>}
      {space && <p>{space.isKept ? text.storageKept : text.storageNotKept}</p>}
      {install && (
        <button type="button" className="button" onClick={install}>
          {text.addToHome}
        </button>
      )}
    </section>
  );
}

/** Leaving a phone is the road of a revoked account: delivered first, then forgotten. */
function SignOffPart() {
  const text = useText();
  const { tools, unlocked, refresh, syncSoon } = useField();
  const [step, setStep] = useState<'closed' | 'sure' | 'waiting'>('closed');
  return (
    <section>
      <h2>{text.signOff}</h2>
      {step === 'closed' && (
        <button type="button" className="quiet" onClick={() => setStep('sure')}>
          {text.signOff}
        </button>
      )}
      {step === 'sure' && (
        <div className="notice wait">
          <p>{text.signOffLead}</p>
          <p className="beside">
            <button
              type="button"
              className="quiet"
              onClick={() => {
                setStep('waiting');
                void signOff(tools.store, unlocked.userId).then(refresh).then(syncSoon);
              }}
            >
              {text.signOff}
            </button>
            <button type="button" className="quiet" onClick={() => setStep('closed')}>
              {text.cancel}
            </button>
          </p>
        </div>
      )}
      {step === 'waiting' && (
        <p className="notice wait" role="status">
          {text.signOffWaiting}
        </p>
      )}
    </section>
  );
}
