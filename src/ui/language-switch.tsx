import { Form, useLocation } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({ id: { language: 'Bahasa' }, en: { language: 'Language' } });

/** Posts `bahasa` (`id` or `en`) and `lanjut` (where to return) to /bahasa. Each language is named in itself. */
export function LanguageSwitch() {
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/bahasa" replace preventScrollReset>
      <input type="hidden" name="lanjut" value={pathname + search} />
      <fieldset className="languages" aria-label={messagesFor(texts, locale).language}>
        <button type="submit" name="bahasa" value="id" lang="id" aria-pressed={locale === 'id'}>
          Indonesia
        </button>
        <button type="submit" name="bahasa" value="en" lang="en" aria-pressed={locale === 'en'}>
          English
        </button>
      </fieldset>
    </Form>
  );
}
