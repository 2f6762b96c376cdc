import { useText } from '../app-state.ts';
import { useInstall } from '../use-install.ts';

/** Offered between visits, never in the middle of one. */
export function NewVersion() {
  const text = useText();
  const { isNewVersion, takeNewVersion } = useInstall();
  if (!isNewVersion) return null;
  return (
    <p className="notice">
      {text.newVersion}{' '}
      <button type="button" className="quiet" onClick={takeNewVersion}>
        {text.reload}
      </button>
    </p>
  );
}
