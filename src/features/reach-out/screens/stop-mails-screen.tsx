import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { stopMailsMessages } from '../messages/mail-messages.ts';

type Props = { view: { officeName: string; isStopped: boolean } | null };

/** One question, one button: no more mails. */
export function StopMailsScreen({ view }: Props) {
  const t = messagesFor(stopMailsMessages, useLocale());
  return (
    <div className="narrow stack">
      <title>{`${t.title} · Gawangan`}</title>
      <h1>{t.title}</h1>
      {!view ? (
        <Notice tone="wrong">
          <strong>{t.unknown}</strong>
          <p>{t.unknownText}</p>
        </Notice>
      ) : view.isStopped ? (
        <Notice tone="done">
          <strong>{t.done}</strong>
          <p>{t.doneText({ office: view.officeName })}</p>
        </Notice>
      ) : (
        <form method="post" className="card stack">
          <p>{t.ask({ office: view.officeName })}</p>
          <Button wide>{t.stop}</Button>
          <p className="soft small">{t.note}</p>
        </form>
      )}
    </div>
  );
}
