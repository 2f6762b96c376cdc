import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { TypingPage } from '../rules/typing-view.ts';
import { PaperPhoto } from './paper-photo.tsx';
import './paper-pane.css';

type Props = {
  importId: string;
  pages: TypingPage['pages'];
  view: RefObject<HTMLElement | null>;
};

const zooms = [1, 1.35, 1.8, 2.4, 3.2];

/** The paper beside the grid: page by page, larger and turned as needed. Nothing where there is no photo. */
export function PaperPane({ importId, pages, view }: Props) {
  const t = messagesFor(typingMessages, useLocale());
  const hydrated = useHydrated();
  const [at, setAt] = useState(0);
  const { zoom, zoomBy } = useZoom(view);
  const [turns, setTurns] = useState(0);
  const drag = useDragToMove(view);
  const shown = Math.min(at, pages.length - 1);
  const page = pages[shown];
  const address = (number: number) => `/daftar/${importId}/halaman?ke=${number + 1}`;
  const isPhoto = page?.mediaType.startsWith('image/') ?? false;
  if (!page) return null;
  return (
    <div className="paper">
      <details open className="paper-fold">
        <summary>{pages.length === 1 ? t.photo : t.pageOf({ at: shown + 1, total: pages.length })}</summary>
        <div className="paper-tools">
          {hydrated && isPhoto && (
            <>
              <Button type="button" look="quiet" disabled={zoom === 0} onClick={() => zoomBy(-1)}>
                {t.zoomOut}
              </Button>
              <Button
                type="button"
                look="quiet"
                disabled={zoom === zooms.length - 1}
                onClick={() => zoomBy(1)}
              >
                {t.zoomIn}
              </Button>
              <Button type="button" look="quiet" onClick={() => setTurns((now) => (now + 1) % 4)}>
                {t.turn}
              </Button>
            </>
          )}
          {isPhoto && (
            <a href={address(shown)} target={`kertas-${importId}`} className="btn quiet apart">
              {t.openApart}
            </a>
          )}
        </div>
        {pages.length > 1 && (
          <div className="paper-pages">
            {pages.map(({ name }, number) =>
              hydrated ? (
                <Button
                  // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the list.
                  key={number}
                  type="button"
                  look="quiet"
                  title={name}
                  aria-pressed={number === shown}
                  onClick={() => setAt(number)}
                >
                  {t.page({ at: number + 1 })}
                </Button>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the list.
                <a key={number} href={address(number)} className="btn quiet">
                  {t.page({ at: number + 1 })}
                </a>
              ),
            )}
          </div>
        )}
        {isPhoto ? (
          <section
            ref={view}
            className="paper-view"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too.
            tabIndex={0}
            aria-label={t.photoView}
            {...drag}
          >
            <PaperPhoto
              key={shown}
              src={address(shown)}
              alt={t.photoAlt({ at: shown + 1 })}
              zoom={zooms[zoom] ?? 1}
              turns={turns}
              cannotShow={t.cannotShow}
            />
          </section>
        ) : (
          <div className="paper-pdf">
            <p>
              <strong>{page.name}</strong>
            </p>
            <p className="soft small">{t.pdfHint}</p>
            <a href={address(shown)} target={`kertas-${importId}`} className="btn secondary">
              {t.openPdf}
            </a>
          </div>
        )}
      </details>
    </div>
  );
}

/** Steps of enlargement; what is in the middle stays there. */
function useZoom(view: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(0);
  const middle = useRef<{ x: number; y: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame has its new size after each step.
  useLayoutEffect(() => {
    const pane = view.current;
    if (!pane || !middle.current) return;
    pane.scrollLeft = middle.current.x * pane.scrollWidth - pane.clientWidth / 2;
    pane.scrollTop = middle.current.y * pane.scrollHeight - pane.clientHeight / 2;
    middle.current = null;
  }, [view, zoom]);
  const zoomBy = (step: 1 | -1) => {
    const pane = view.current;
    if (pane)
      middle.current = {
        x: (pane.scrollLeft + pane.clientWidth / 2) / pane.scrollWidth,
        y: (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight,
      };
    setZoom((now) => Math.min(zooms.length - 1, Math.max(0, now + step)));
  };
  return { zoom, zoomBy };
}

/** The photo is moved by dragging it, as on a map; fingers scroll by themselves. */
function useDragToMove(view: RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const end = () => {
    from.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
      // The cursor stays in the row that is being typed.
      event.preventDefault();
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!from.current || !view.current) return;
      view.current.scrollLeft -= event.clientX - from.current.x;
      view.current.scrollTop -= event.clientY - from.current.y;
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
