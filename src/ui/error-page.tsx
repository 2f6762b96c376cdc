import { isRouteErrorResponse, useLocation } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { type Refusal, refusalCodes } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { Icon } from './icon.tsx';
import { IconAlertTriangle, IconCloudOff, IconLock, IconSearch } from './icons.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    forbidden: 'Bukan bagian tugas Anda',
    notFound: 'Halaman ini tidak ada',
    notFoundText: 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindah. Mulai lagi dari Beranda.',
    declined: 'Belum bisa dilanjutkan',
    broken: 'Ada gangguan di pihak kami',
    brokenText:
      'Yang sudah tersimpan tetap aman, dan gangguannya sudah tercatat. Coba lagi sebentar; bila masih begini, beri tahu pengelola.',
    offline: 'Tidak ada sambungan',
    offlineText:
      'Server kantor tidak bisa dihubungi. Yang sudah tersimpan tetap aman. Periksa Wi-Fi atau kabel, lalu coba lagi.',
    again: 'Coba lagi',
    home: 'Ke Beranda',
  },
  en: {
    forbidden: 'Not among your duties',
    notFound: 'There is no such page',
    notFoundText: 'The address may be mistyped, or the page has moved. Begin again from the start.',
    declined: 'This cannot go on yet',
    broken: 'Something went wrong on our side',
    brokenText:
      'What was saved is safe, and the fault has been recorded. Try again in a moment; if it stays, tell whoever runs this system.',
    offline: 'No connection',
    offlineText:
      'The office server cannot be reached. What was saved is safe. Check Wi-Fi or cable, then try again.',
    again: 'Try again',
    home: 'Go to the start',
  },
});

/** The calm page for whatever kept a page from being shown. Nothing of the error itself is printed. */
export function ErrorPage({ error }: { error: unknown }) {
  const locale = useLocale();
  const t = messagesFor(texts, locale);
  const { pathname, search } = useLocation();
  const kind = kindOf(error);
  const refusal = refusalOf(error);
  const [icon, title] = {
    forbidden: [IconLock, t.forbidden] as const,
    notFound: [IconSearch, t.notFound] as const,
    declined: [IconAlertTriangle, t.declined] as const,
    broken: [IconAlertTriangle, t.broken] as const,
    offline: [IconCloudOff, t.offline] as const,
  }[kind];
  const said = refusal ? refusalMessage(refusal, locale) : t.notFoundText;
  const text = kind === 'offline' ? t.offlineText : kind === 'broken' ? t.brokenText : said;
  return (
    <div className="error-page stack narrow">
      <title>{`${title} · Gawangan`}</title>
      <Icon of={icon} size={44} />
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="row">
        {/* Plain links: after an error the page is begun anew. */}
        {(kind === 'broken' || kind === 'offline') && (
          <a className="btn" href={pathname + search}>
            {t.again}
          </a>
        )}
        <a className={kind === 'broken' || kind === 'offline' ? 'btn secondary' : 'btn'} href="/">
          {t.home}
        </a>
      </p>
    </div>
  );
}

type Kind = 'forbidden' | 'notFound' | 'declined' | 'broken' | 'offline';

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error)) {
    if (error.status === 403) return 'forbidden';
    if (error.status === 404) return 'notFound';
    return error.status < 500 ? 'declined' : 'broken';
  }
  const cutOff = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  return cutOff || (typeof navigator !== 'undefined' && navigator.onLine === false) ? 'offline' : 'broken';
}

/** What the page itself said, when it said something; null for an address that leads nowhere. */
function refusalOf(error: unknown): Refusal | null {
  const thrown = isRouteErrorResponse(error)
    ? (error.data as { refusal?: Refusal } | null)?.refusal
    : undefined;
  if (thrown && refusalCodes.includes(thrown.code)) return thrown;
  if (!isRouteErrorResponse(error) || error.status === 404) return null;
  return { code: error.status === 403 ? 'forbidden' : 'wrong_state' };
}
