import type { ReactNode } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useLocale } from '../ui/use-locale.ts';
import { rootMessages } from './root-messages.ts';

/** The frame of pages outside the staff's: name, language, footer. Styled by public.css alone. */
export function PlainPage({ children }: { children: ReactNode }) {
  const t = messagesFor(rootMessages, useLocale());
  return (
    <div className="plain">
      <header>
        <div className="bar">
          <a className="brand" href="/">
            <BrandMark />
            Gawangan
          </a>
          <LanguageSwitch />
        </div>
      </header>
      <main id="isi" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <span>{t.tagline}</span>
      </footer>
    </div>
  );
}
