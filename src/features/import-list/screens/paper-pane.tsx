import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { TypingPage } from '../rules/typing-view.ts';
import { paperKinds } from './paper-kinds.ts';
import { PaperPhoto } from './paper-photo.tsx';

type Props = {
  importId: string;
  pages: TypingPage['pages'];
  view: RefObject<HTMLElement | null>;
  errors: readonly FieldRefusal[] | undefined;
  mayAdd: boolean;
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void;
};

const zooms = [1, 1.35, 1.8, 2.4, 3.2];

/** The paper beside the grid: page by page, larger and turned as needed, and further pages. */
export function PaperPane({ importId, pages, view, errors, mayAdd, onSubmit }: Props) {
  const t = messagesFor(typingMessages, useLocale());
  const hydrated = useHydrated();
  const [at, setAt] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const drag = useDragToMove(view);
  const shown = Math.min(at, pages.length - 1);
  const page = pages[shown];
  const address = (number: number) => `/daftar/${importId}/halaman?ke=${number + 1}`;
  const isPhoto = page?.mediaType.startsWith('image/') ?? false;
  const add = mayAdd && (
    <details className="more add-page" open={errors !== undefined}>
      <summary>{pages.length === 0 ? t.addPhoto : t.addPage}</summary>
      <Form
        method="post"
        encType="multipart/form-data"
        className="stack tight"
        onSubmit={onSubmit}
        noValidate
        key={pages.length}
      >
        <input type="hidden" name="intent" value="page" />
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept={paperKinds}
          {...(errors ? { errors } : {})}
        />
        <Button look="secondary" className="start">
          {t.addPageNow}
        </Button>
      </Form>
    </details>
  );
  if (!page) return add && <div className="paper none">{add}</div>;
  return (
    <div className="paper">
      <details open className="paper-fold">
        <summary>{pages.length === 1 ? t.photo : t.pageOf({ at: shown + 1, total: pages.length })}</summary>
        <div className="paper-tools">
          {hydrated && isPhoto && (
            <>
              <Button
                type="button"
                look="quiet"
                disabled={zoom === 0}
                onClick={() => setZoom((now) => Math.max(0, now - 1))}
              >
                {t.zoomOut}
              </Button>
              <Button
                type="button"
                look="quiet"
                disabled={zoom === zooms.length - 1}
                onClick={() => setZoom((now) => Math.min(zooms.length - 1, now + 1))}
              >
                {t.zoomIn}
              </Button>
              <Button type="button" look="quiet" onClick={() => setTurns((now) => (now + 1) % 4)}>
                {t.turn}
              </Button>
            </>
          )}
          {isPhoto && (
            <a href={address(shown)} target={`kertas-${importId}`} className="btn quiet">
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
      {add}
    </div>
  );
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
