import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { formatNumber, formatShare } from './format-number.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    of: (p: { done: string; total: string; unit: string }) => `${p.done} dari ${p.total} ${p.unit}`,
    soon: 'sebentar lagi',
    minutes: (p: { minutes: string }) => `kira-kira ${p.minutes} menit lagi`,
    leave: 'Halaman ini boleh ditinggal; pekerjaan tetap berjalan.',
  },
  en: {
    of: (p) => `${p.done} of ${p.total} ${p.unit}`,
    soon: 'almost done',
    minutes: (p) => `about ${p.minutes} more min`,
    leave: 'You may leave this page; the work goes on.',
  },
});

/** Between two looks at a running job. */
const LOOK_EVERY_MS = 2_000;

type Props = {
  /** What is being done: "Membaca daftar". */
  label: string;
  done: number;
  /** Unknown total: the bar shows that something moves, not how far. */
  total: number | null;
  /** In the page's language: "baris". */
  unit: string;
  /** Estimate of the seconds left; null while there is none. */
  secondsLeft?: number | null;
  /** While true the page looks again by itself: loaders with scripts, the whole page without. */
  running: boolean;
  /** Below the bar; by default that one may leave. */
  note?: ReactNode;
};

/** Long work: how far, how long still, and that it may be left. */
export function ProgressBar({ label, done, total, unit, secondsLeft = null, running, note }: Props) {
  const locale = useLocale();
  const t = messagesFor(texts, locale);
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!running || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, LOOK_EVERY_MS);
    const look = () => document.visibilityState === 'visible' && revalidate();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [running, state, revalidate]);
  const share = total ? Math.min(1, done / total) : null;
  const words = [
    total === null
      ? `${formatNumber(done, locale)} ${unit}`
      : t.of({ done: formatNumber(done, locale), total: formatNumber(total, locale), unit }),
    running && secondsLeft !== null
      ? secondsLeft < 45
        ? t.soon
        : t.minutes({ minutes: formatNumber(Math.ceil(secondsLeft / 60), locale) })
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className="progress">
      <div className="progress-head">
        <strong>{label}</strong>
        {share !== null && <span>{formatShare(share, locale)}</span>}
      </div>
      <progress aria-label={label} aria-valuetext={words} max={1} value={share ?? undefined} />
      <p className="soft small">{words}</p>
      {running && <p className="soft small">{note ?? t.leave}</p>}
      {running && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
    </div>
  );
}
