import { messagesFor } from '#kernel/language.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconCloudOff, IconExclamationCircle } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { GridRow } from './grid-row.ts';

/** Why the row is not kept yet; what was typed stands above all the while. */
export function NotKept({ row: { state, refusal }, onRetry }: { row: GridRow; onRetry: () => void }) {
  const locale = useLocale();
  const t = messagesFor(typingMessages, locale);
  if (state === 'still' || state === 'saving') return null;
  const text =
    state === 'offline'
      ? t.offline
      : state === 'signed_out'
        ? t.signedOut
        : t.declined({ reason: refusal ? refusalMessage(refusal, locale) : '' });
  return (
    <div className="typed-not-kept" role="alert">
      <Icon of={state === 'offline' ? IconCloudOff : IconExclamationCircle} size={18} />
      <span>{text}</span>
      {state === 'signed_out' && (
        <a href="/masuk" target="_blank" rel="noreferrer">
          {t.signIn}
        </a>
      )}
      <Button type="button" look="quiet" onClick={onRetry}>
        {t.tryAgain}
      </Button>
    </div>
  );
}
