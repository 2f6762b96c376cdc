import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconBuildingStore, IconPlus, IconSearch, IconTableImport } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { listMessages } from '../messages/list-messages.ts';

/** The first day: how enterprises come to be here. */
export function EmptyRegister({ mayRegister, mayBringIn }: { mayRegister: boolean; mayBringIn: boolean }) {
  const t = messagesFor(listMessages, useLocale());
  return (
    <div className="card">
      <EmptyState
        icon={IconBuildingStore}
        title={t.emptyTitle}
        action={
          <div className="row centred">
            {mayBringIn && (
              <ButtonLink to="/daftar/baru" icon={IconTableImport}>
                {t.bringIn}
              </ButtonLink>
            )}
            {mayRegister && (
              <ButtonLink to="/usaha/baru" icon={IconPlus} look={mayBringIn ? 'secondary' : 'primary'}>
                {t.register}
              </ButtonLink>
            )}
          </div>
        }
      >
        {mayBringIn ? t.emptyTextWithLists : t.emptyText}
      </EmptyState>
    </div>
  );
}

/** Nothing matches: what to try, and the way to register what was looked for. */
export function NothingFound({
  text,
  hasChips,
  mayRegister,
}: {
  text: string;
  hasChips: boolean;
  mayRegister: boolean;
}) {
  const t = messagesFor(listMessages, useLocale());
  const words = text.trim();
  // A NIK or phone must not travel in an address; only a name is carried over.
  const name = /\d{6,}/.test(words.replace(/[\s.-]/g, '')) ? '' : words;
  return (
    <div className="card">
      <EmptyState
        icon={IconSearch}
        title={t.noneTitle}
        action={
          <div className="row centred">
            {hasChips && (
              <ButtonLink
                to={words === '' ? '/usaha' : `/usaha?q=${encodeURIComponent(words)}`}
                look="secondary"
              >
                {t.dropChips}
              </ButtonLink>
            )}
            {mayRegister && words !== '' && (
              <ButtonLink
                to={name === '' ? '/usaha/baru' : `/usaha/baru?nama=${encodeURIComponent(name)}`}
                icon={IconPlus}
              >
                {t.registerThis}
              </ButtonLink>
            )}
          </div>
        }
      >
        {[words !== '' && t.noneWords({ words }), hasChips && t.noneChips].filter(Boolean).join(' ')}
      </EmptyState>
    </div>
  );
}
