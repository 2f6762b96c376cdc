import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Phones of 2020, as for the field app. */
const target = ['chrome80', 'firefox78', 'safari14'];

/** The small program on trainers' phones: one page, one script, one service worker, served under /hadir. */
export default defineConfig({
  root: here('./src/attendance-app'),
  base: '/hadir/',
  // The same icons as the field app's.
  publicDir: here('./src/field-app/public'),
  build: {
    outDir: here('./build/attendance'),
    emptyOutDir: true,
    target,
    // Nothing inline: the content policy allows only what comes from the office itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'service-worker.ts',
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,svg}'],
        rollupFormat: 'iife',
        target,
      },
      includeManifestIcons: false,
      manifest: {
        name: 'Daftar hadir Gawangan',
        short_name: 'Daftar hadir',
        description: 'Mencatat kehadiran peserta, juga tanpa sinyal.',
        lang: 'id',
        id: '/hadir/',
        start_url: '/hadir/',
        scope: '/hadir/',
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
