import { formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { checkMessages } from '../messages/letter-messages.ts';
import type { LetterState } from '../rules/letters.ts';

type Answer = {
  officeName: string;
  personName: string;
  number: string;
  duty: 'enumerator' | 'supervisor' | null;
  roundName: string;
  startsOn: string;
  validTo: string;
  state: LetterState;
};

type Props = { code: string; answer: Answer | null; refusal: Refusal | null };

/** For a resident with somebody at the door: is this person who the paper says? */
export function CheckLetterScreen({ code, answer, refusal }: Props) {
  const t = messagesFor(checkMessages, useLocale());
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
      <form method="get" action="/periksa-tugas" className="card stack">
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
  const t = messagesFor(checkMessages, locale);
  const { state, personName: name, officeName: office } = answer;
  const facts: [string, string][] = [
    [t.name, name],
    ...(answer.duty === null ? [] : [[t.duty, t[answer.duty]] as [string, string]]),
    [t.round, answer.roundName],
    [t.office, office],
    [t.number, answer.number],
    [
      t.period,
      t.toDay({ from: formatLongDate(answer.startsOn, locale), to: formatLongDate(answer.validTo, locale) }),
    ],
  ];
  return (
    <>
      <Notice tone={state === 'valid' ? 'done' : 'wrong'}>
        <strong>{t[state]}</strong>
        <p>{state === 'valid' ? t.validText({ name, office }) : t.stop({ office })}</p>
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
