import { createRoot } from 'react-dom/client';
import '#ui/tokens.css';
import './attendance.css';
import { makeOfficeLine } from './core/office-line.ts';
import { openPhoneStore } from './core/phone-store.ts';
import { App } from './screens/app.tsx';

if (import.meta.env.PROD)
  navigator.serviceWorker?.register('/hadir/service-worker.js', { scope: '/hadir/', type: 'classic' });
// A phone that is low on space does not throw away what was not sent yet.
void navigator.storage?.persist?.();

createRoot(document.getElementById('app')!).render(<App store={openPhoneStore()} line={makeOfficeLine()} />);
