import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  environments: {
    ssr: {
      build: {
        rollupOptions: {
          // One bundle with three ways in, so that server, worker and command line are the same code.
          input: {
            server: './src/server.ts',
            worker: './src/worker.ts',
            cli: './src/cli.ts',
            linkage: './src/linkage-cli.ts',
            // These run in threads of their own, beside the bundle.
            'linkage-thread': './src/linkage/node/linkage-thread.ts',
            'selection-thread': './src/selection/node/selection-thread.ts',
            'legacy-workbook-worker': './src/platform/spreadsheet/legacy-workbook-worker.ts',
          },
        },
      },
    },
  },
});
