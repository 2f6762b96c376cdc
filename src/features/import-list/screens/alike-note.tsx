import { Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { previewMessages } from '../messages/preview-messages.ts';
import type { AlikeCounts } from '../rules/settle-likeness.ts';

/** How many rows look like something known, in one sentence, and where they are looked at. */
export function AlikeNote({ alike, isSaved }: { alike: AlikeCounts | undefined; isSaved: boolean }) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  const told = alike ? alike.register + alike.list + alike.owner : 0;
  if (!alike || told === 0) return null;
  const said = (count: number) => ({ count: formatNumber(count, locale) });
  const withSure = (words: string, sure: number) =>
    sure > 0 ? `${words} (${t.alikeSure(said(sure))})` : words;
  const parts = [
    ...(alike.register > 0 ? [withSure(t.alikeRegister(said(alike.register)), alike.registerSure)] : []),
    ...(alike.list > 0 ? [withSure(t.alikeList(said(alike.list)), alike.listSure)] : []),
    ...(alike.owner > 0 ? [t.alikeOwner(said(alike.owner))] : []),
  ];
  return (
    <p className="soft">
      {parts.join(' · ')}. {alike.joined > 0 && t.alikeJoined(said(alike.joined))}{' '}
      {alike.joined < told && (
        <>
          {isSaved ? t.alikeNow : t.alikeWaits} <Link to="/kembar">{t.alikePlace}</Link>.
        </>
      )}
    </p>
  );
}
