import { useEffect, useEffectEvent } from 'react';

/** Where letters are typed they are letters. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input'));

/** Calls `pressed` for plain keys typed nowhere; it answers whether the key meant something. */
export function useKeys(pressed: (key: string) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { key, repeat, ctrlKey, altKey, metaKey, target } = event;
    if (repeat || ctrlKey || altKey || metaKey || isTyping(target)) return;
    if (pressed(key.toLowerCase())) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
