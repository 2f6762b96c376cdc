import { useEffect } from 'react';
import { type Decision, decisionOfKey } from '../rules/decisions.ts';

type Handlers = {
  decide: (decision: Decision) => void;
  undo: () => void;
  swap: () => void;
  help: () => void;
  /** Only where a pair may be skipped. */
  skip?: (() => void) | undefined;
};

/** Where letters are typed they are letters. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="radio"]):not([type="checkbox"])'));

/** The whole page answers to its keys; a key that is held down counts once. */
export function useAnswerKeys(handlers: Handlers): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, altKey, metaKey, target } = event;
      if (repeat || ctrlKey || altKey || metaKey || isTyping(target)) return;
      if (document.querySelector('dialog[open]')) return;
      const decision = decisionOfKey(key);
      const deeds: Record<string, (() => void) | undefined> = {
        z: handlers.undo,
        t: handlers.swap,
        l: handlers.skip,
        '?': handlers.help,
      };
      const deed = decision ? () => handlers.decide(decision) : deeds[key.toLowerCase()];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [handlers]);
}
