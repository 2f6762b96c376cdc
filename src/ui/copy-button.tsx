import { useState } from 'react';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { Button } from './button.tsx';
import { IconCheck, IconCopy } from './icons.ts';
import { useHydrated } from './use-hydrated.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: { copy: 'Salin', copied: 'Tersalin' },
  en: { copy: 'Copy', copied: 'Copied' },
});

/** Puts `text` on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = messagesFor(texts, useLocale());
  const [copiedText, setCopiedText] = useState<string>();
  const copied = copiedText === text;
  if (!useHydrated()) return null;
  return (
    <Button
      type="button"
      look="secondary"
      icon={copied ? IconCheck : IconCopy}
      onClick={async () => {
        if (await copy(text)) setCopiedText(text);
      }}
    >
      <span aria-live="polite">{copied ? t.copied : (label ?? t.copy)}</span>
    </Button>
  );
}

async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  // An office's own Wi-Fi has no HTTPS, and there browsers offer only the old way.
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
