import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Phones of 2020: Chrome 80 on Android 5 and later. */
const target = ['chrome80', 'firefox78', 'safari14'];

/** The program on the phone: one page, one script, one service worker, served under /lapangan. */
export default defineConfig({
  root: here('./src/field-app'),
  base: '/lapangan/',
  publicDir: here('./src/field-app/public'),
  build: {
    outDir: here('./build/field'),
    emptyOutDir: true,
    target,
    // Nothing inline: the content policy allows only what comes from the office itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [
    react(),
    VitePWA({
      // A service worker of our own, which needs Workbox's list of files and nothing else of it.
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'service-worker.ts',
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,svg,png,woff2}'],
        rollupFormat: 'iife',
        target,
      },
      includeManifestIcons: false,
      manifest: {
        name: 'Gawangan Lapangan',
        short_name: 'Lapangan',
        description: 'Pendataan UMKM dari rumah ke rumah, juga tanpa sinyal.',
        lang: 'id',
        id: '/lapangan/',
        start_url: '/lapangan/',
        scope: '/lapangan/',
        display: 'standalone',
        orientation: 'portrait',
        theme_color: '#27346b',
        background_color: '#fbf7ef',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
});
