import './old-browsers.ts';
import { createRoot } from 'react-dom/client';
import '#ui/tokens.css';
import './field.css';
import { App } from './screens/app.tsx';

// A phone that is asked to stay as it is, also in landscape and after days in a pocket.
if (import.meta.env.PROD)
  navigator.serviceWorker?.register('/lapangan/service-worker.js', { scope: '/lapangan/', type: 'classic' });

createRoot(document.getElementById('app')!).render(<App />);
