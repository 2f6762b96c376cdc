import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import { clashInWords } from '../rules/clash-words.ts';
import { tagName } from '../rules/plan-words.ts';
import type { RunView } from '../rules/selection-view.ts';

type Intakes = readonly { intakeId: string; name: string }[];

/** How many of those set aside, and of those limited, came to a seat; the same counts as in the workbook. */
export function ShareTable({ run, intakes }: { run: Pick<RunView, 'counts' | 'ranAt'>; intakes: Intakes }) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  if (run.counts.length === 0) return <p className="soft">{t.noShares}</p>;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <>
      <table className="small-table">
        <thead>
          <tr>
            <th scope="col">{t.shareRule}</th>
            <th scope="col">{t.shareApplicants}</th>
            <th scope="col">{t.shareChosen}</th>
          </tr>
        </thead>
        <tbody>
          {run.counts.map(({ kind, code, tag, intakes: of, limit, applicants, chosen }) => (
            <tr key={`${kind} ${code}`}>
              <th scope="row">
                {tagName(tag, locale)} {kind === 'reserve' ? '≥' : '≤'} {n(limit)}
                {of.length < intakes.length && (
                  <span className="row-note">
                    {intakes
                      .filter(({ intakeId }) => of.includes(intakeId))
                      .map(({ name }) => name)
                      .join(', ')}
                  </span>
                )}
              </th>
              <td>{n(applicants)}</td>
              <td>{n(chosen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{t.shareSource({ at: formatInstant(run.ranAt.getTime(), locale) })}</p>
    </>
  );
}

/** That a list is proven, and how well. */
export function ProofLine({ run: { proof, gap } }: { run: Pick<RunView, 'proof' | 'gap'> }) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  if (proof === null) return null;
  const share = `${((gap ?? 0) * 100).toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 4 })}%`;
  return <p className="soft">{proof === 'best' ? t.proof_best : t[`proof_${proof}`]({ gap: share })}</p>;
}

/** Which rules clash, where no list fits. */
export function ClashNotice({
  run,
  intakes,
  isLocked,
}: {
  run: Pick<RunView, 'outcome' | 'clashes'>;
  intakes: Intakes;
  isLocked: boolean;
}) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  if (run.outcome === 'selected') return null;
  const named = {
    intakes: new Map(intakes.map(({ intakeId, name }) => [intakeId, name])),
    lines: new Map<string, string>(),
  };
  return (
    <Notice tone="wrong">
      <strong>{t.clashTitle}</strong>
      {run.outcome === 'faulty' && <p>{t.clashFaulty}</p>}
      {run.clashes.length > 0 && (
        <ul>
          {run.clashes.map((clash) => (
            <li key={JSON.stringify(clash.rows)}>{clashInWords(clash, named, locale).join(' ')}</li>
          ))}
        </ul>
      )}
      <p>
        {t.clashWay} {isLocked ? t.clashLocked : t.clashDraft}
      </p>
    </Notice>
  );
}
