import { useEffect, useState } from 'react';

type InstallPrompt = Event & { prompt(): Promise<unknown> };

/** Asked by the browser once, mostly before any screen listens. */
let offered: InstallPrompt | null = null;
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallPrompt;
});

/** Putting the app on the home screen, and taking over a new version: the person says when, never in mid-visit. */
export function useInstall() {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const [prompt, setPrompt] = useState(offered);
  useEffect(() => {
    void navigator.serviceWorker?.getRegistration().then((registration) => {
      setWaiting(registration?.waiting ?? null);
      void registration?.update().catch(() => {});
    });
  }, []);
  return {
    isNewVersion: waiting !== null,
    takeNewVersion: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting?.postMessage('take-over');
    },
    install: prompt && (() => void prompt.prompt().then(() => setPrompt(null))),
  };
}
