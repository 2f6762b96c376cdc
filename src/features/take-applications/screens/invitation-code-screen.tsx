import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { publicMessages } from '../messages/public-messages.ts';
import './public.css';

type Props = {
  /** Of the form: it leads to the address that the link in the message holds. */
  action: string;
  programme: string | null;
  back: string | null;
};

/** For who was sent a code on paper. */
export function InvitationCodeScreen({ action, programme, back }: Props) {
  const t = messagesFor(publicMessages, useLocale());
  return (
    <div className="narrow stack">
      <title>{`${t.codeTitle} · Gawangan`}</title>
      <div>
        <h1>{t.codeTitle}</h1>
        <p className="soft">{programme ? `${programme}. ${t.codeLead}` : t.codeLead}</p>
      </div>
      <form method="get" action={action} className="card stack">
        <TextField
          name="kode"
          label={t.codeLabel}
          hint={t.codeHint}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button wide>{t.codeCheck}</Button>
      </form>
      {back && (
        <p>
          <a href={back}>{t.back}</a>
        </p>
      )}
    </div>
  );
}
