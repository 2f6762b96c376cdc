import { formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { checkCertificateMessages } from '../messages/certificate-messages.ts';

type Answer = {
  officeName: string;
  name: string;
  programme: string;
  startsOn: string;
  endsOn: string;
  number: string;
  issuedOn: string;
  revokedOn: string | null;
};
type Props = { code: string; answer: Answer | null; refusal: Refusal | null };

/** For whoever is shown a certificate: is it genuine, and does it still hold? */
export function CheckCertificateScreen({ code, answer, refusal }: Props) {
  const t = messagesFor(checkCertificateMessages, useLocale());
  return (
    <div className="narrow stack">
      <title>{`${t.title} · Gawangan`}</title>
      <div>
        <h1>{t.title}</h1>
        {code === '' && <p className="soft">{t.lead}</p>}
      </div>
      {refusal && (
        <Notice tone="wait">
          {t.tooMany({ minutes: String(Math.ceil(Number(refusal.details?.seconds ?? 60) / 60)) })}
        </Notice>
      )}
      {answer && <Found answer={answer} />}
      {code !== '' && !answer && !refusal && (
        <Notice tone="wrong">
          <strong>{t.unknown}</strong>
          <p>{t.unknownText}</p>
        </Notice>
      )}
      <form method="get" action="/sertifikat" className="card stack">
        <TextField
          name="kode"
          label={code === '' ? t.code : t.again}
          hint={t.hint}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button wide look={answer ? 'secondary' : 'primary'}>
          {t.check}
        </Button>
      </form>
    </div>
  );
}

function Found({ answer }: { answer: Answer }) {
  const locale = useLocale();
  const t = messagesFor(checkCertificateMessages, locale);
  const { officeName: office, revokedOn, startsOn, endsOn } = answer;
  const day = (date: string) => formatLongDate(date, locale);
  const facts: [string, string][] = [
    [t.name, answer.name],
    [t.programme, answer.programme],
    [t.period, startsOn === endsOn ? day(startsOn) : t.toDay({ from: day(startsOn), to: day(endsOn) })],
    [t.number, answer.number],
    [t.issuedOn, day(answer.issuedOn)],
    [t.office, office],
  ];
  return (
    <>
      <Notice tone={revokedOn ? 'wrong' : 'done'}>
        <strong>{revokedOn ? t.revoked : t.valid}</strong>
        <p>{revokedOn ? t.revokedText({ office, day: day(revokedOn) }) : t.validText({ office })}</p>
      </Notice>
      <div className="card stack">
        {facts.map(([term, value]) => (
          <p key={term}>
            <span className="soft small">{term}</span>
            <br />
            <strong>{value}</strong>
          </p>
        ))}
      </div>
    </>
  );
}
