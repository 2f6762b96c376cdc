import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { messagesFor } from '#kernel/language.ts';
import { Kbd } from '#ui/kbd.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { FastEntryColumn } from '../rules/fast-entry.ts';
import { type ItemDeeds, TypedRowItem } from './typed-row-item.tsx';
import type { TypedRows } from './use-typed-rows.ts';

type Props = {
  typed: TypedRows;
  columns: readonly FastEntryColumn[];
  isReadOnly: boolean;
  /** The photo beside, to be moved without leaving the row. */
  paper: RefObject<HTMLElement | null>;
};
type Target = { entryId: string; field?: string | undefined };

/** The rows of the paper, one below the other, made for the keyboard: Enter, Tab, arrows up and down. */
export function TypingGrid({ typed, columns, isReadOnly, paper }: Props) {
  const t = messagesFor(typingMessages, useLocale());
  const { rows } = typed;
  const root = useRef<HTMLDivElement>(null);
  const newest = isReadOnly ? undefined : rows.at(-1)?.entryId;
  // The new row is always open; besides it at most one other.
  const [openId, setOpenId] = useState<string | null>(null);
  const wanted = useRef<Target | null>(null);
  useFocusWanted(root, wanted);
  useStartInNewRow(root, newest);
  const onFocus = useStillUnderHands();

  const here = useRef({ typed, openId, newest });
  here.current = { typed, openId, newest };
  const deeds = useMemo((): ItemDeeds => {
    const goTo = (target: Target) => {
      const { typed, openId, newest } = here.current;
      // Who leaves a row has done with it.
      const left = openId ?? newest;
      if (left && left !== target.entryId) typed.save(left);
      wanted.current = target;
      setOpenId(target.entryId === newest ? null : target.entryId);
    };
    return {
      change: (entryId, field, value) => here.current.typed.change(entryId, field, value),
      retry: () => here.current.typed.retry(),
      remove: (entryId) => {
        here.current.typed.remove(entryId);
        const { newest } = here.current;
        if (newest) wanted.current = { entryId: newest };
        setOpenId(null);
      },
      restore: (entryId) => here.current.typed.restore(entryId),
      submit: (entryId) => {
        const next = here.current.typed.submit(entryId);
        if (next === null) return;
        wanted.current = { entryId: next };
        setOpenId(null);
      },
      open: (entryId) => goTo({ entryId }),
      close: (entryId) => {
        here.current.typed.save(entryId);
        setOpenId(null);
      },
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.altKey) {
      const view = paper.current;
      view?.scrollBy({ top: (step * view.clientHeight) / 5, behavior: 'auto' });
      return;
    }
    const current = event.target.closest<HTMLElement>('[data-entry]')?.dataset.entry;
    const shown = rows.filter(({ removed }) => !removed);
    const next = shown[shown.findIndex(({ entryId }) => entryId === current) + step];
    if (!current || !next) return;
    typed.save(current);
    wanted.current = { entryId: next.entryId, field: event.target.name };
    setOpenId(next.entryId === newest ? null : next.entryId);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the inputs inside, which bubble up to here.
    <div ref={root} className="typing-grid" onKeyDown={onKeyDown} onFocus={onFocus}>
      {!isReadOnly && (
        <p className="typing-keys soft small">
          <span>
            <Kbd>Enter</Kbd> {t.keys}
          </span>
          <span>
            <Kbd>Tab</Kbd> {t.keyTab}
          </span>
          <span>
            <Kbd>↑</Kbd> {t.keyUp}
          </span>
          <span>
            <Kbd>Alt ↓</Kbd> {t.keyPhoto}
          </span>
        </p>
      )}
      <ol className="typed-rows">
        {rows.map((row) => (
          <TypedRowItem
            key={row.entryId}
            row={row}
            columns={columns}
            isNew={row.entryId === newest}
            isOpen={row.entryId === openId}
            isActive={row.entryId === (openId ?? newest)}
            isReadOnly={isReadOnly}
            deeds={deeds}
          />
        ))}
      </ol>
    </div>
  );
}

const isHandy = () => matchMedia('(hover: hover) and (min-width: 40em)').matches;

/** Where there is a keyboard, typing begins at once; on a telephone the page is looked at first. */
function useStartInNewRow(root: RefObject<HTMLElement | null>, newest: string | undefined): void {
  const started = useRef(false);
  useEffect(() => {
    if (started.current || !newest) return;
    started.current = true;
    if (isHandy() && document.activeElement === document.body) focusIn(root.current, { entryId: newest });
  }, [root, newest]);
}

/** After whatever was changed, the cursor stands where the typist goes on. */
function useFocusWanted(root: RefObject<HTMLElement | null>, wanted: RefObject<Target | null>): void {
  useEffect(() => {
    const target = wanted.current;
    if (target && focusIn(root.current, target)) wanted.current = null;
  });
}

/**
 * What the rules say of a row comes while the next one is typed: that one stays where it is on the screen. Gives what
 * is to be done when a cell is entered.
 */
function useStillUnderHands(): (event: { target: EventTarget }) => void {
  const hands = useRef<{ row: Element; y: number } | null>(null);
  const heightOf = (row: Element) => row.getBoundingClientRect().top + scrollY;
  useLayoutEffect(() => {
    const { row, y: before } = hands.current ?? {};
    if (!row?.contains(document.activeElement) || before === undefined) return;
    const y = heightOf(row);
    if (y !== before) scrollBy(0, y - before);
    hands.current = { row, y };
  });
  return ({ target }) => {
    const row = (target as Element).closest('[data-entry]');
    hands.current = row && { row, y: heightOf(row) };
  };
}

function focusIn(root: HTMLElement | null, { entryId, field }: Target): boolean {
  const row = root?.querySelector(`[data-entry="${entryId}"]`);
  const inputs = [...(row?.querySelectorAll<HTMLInputElement>('.typed-cells input') ?? [])];
  const input = inputs.find(({ name }) => name === field) ?? inputs[0];
  if (!row || !input) return false;
  input.focus({ preventScroll: true });
  input.select();
  // On a telephone the row begins below the photo, above the keyboard.
  row.scrollIntoView({ block: isHandy() ? 'nearest' : 'start' });
  return true;
}
