import { useEffect, useState } from 'react';

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const;
type Word = 'active' | 'locked' | 'unlocked';

/**
 * Watches for a person who went away. Tabs tell each other, so that work in one keeps the others open and a lock
 * covers them all. While someone works the server is told now and then, since typing alone asks nothing of it.
 */
export function useIdleLock(idleMinutes: number): { locked: boolean; unlocked: () => void } {
  const [locked, setLocked] = useState(false);
  const [tabs, setTabs] = useState<BroadcastChannel>();

  useEffect(() => {
    const channel = new BroadcastChannel('gawangan-kunci');
    setTabs(channel);
    return () => channel.close();
  }, []);

  useEffect(() => {
    if (!tabs) return;
    const idleMs = idleMinutes * 60_000;
    const tellEveryMs = Math.min(60_000, idleMs / 4);
    let lastSign = Date.now();
    let lastTold = Date.now();

    const lockHere = () => {
      setLocked(true);
      tabs.postMessage('locked' satisfies Word);
    };
    const onSign = () => {
      lastSign = Date.now();
      if (locked || lastSign - lastTold < tellEveryMs) return;
      lastTold = lastSign;
      tabs.postMessage('active' satisfies Word);
      void ask();
    };
    const ask = async () => {
      const answer = await fetch('/masih-di-sini').catch(() => null);
      if (answer?.status === 423) lockHere();
    };
    const look = () => {
      if (locked || Date.now() - lastSign < idleMs) return;
      // keepalive: the lid may be closing.
      void fetch('/kunci', {
        method: 'POST',
        body: new URLSearchParams(),
        redirect: 'manual',
        keepalive: true,
      }).catch(() => null);
      lockHere();
    };
    // A laptop that slept runs no timers: look at once when it wakes.
    const onReturn = () => {
      if (document.visibilityState !== 'visible') return;
      look();
      if (!locked) void ask();
    };
    const onWord = ({ data }: MessageEvent<Word>) => {
      if (data === 'active') lastSign = Date.now();
      else setLocked(data === 'locked');
    };

    const timer = setInterval(look, Math.min(5_000, idleMs / 4));
    for (const sign of signs) document.addEventListener(sign, onSign, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onReturn);
    tabs.addEventListener('message', onWord);
    return () => {
      clearInterval(timer);
      for (const sign of signs) document.removeEventListener(sign, onSign, { capture: true });
      document.removeEventListener('visibilitychange', onReturn);
      tabs.removeEventListener('message', onWord);
    };
  }, [tabs, locked, idleMinutes]);

  return {
    locked,
    unlocked: () => {
      setLocked(false);
      tabs?.postMessage('unlocked' satisfies Word);
    },
  };
}
