import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: [
            'src/kernel/**/*.test.ts',
            'src/linkage/**/*.test.ts',
            'src/sample/**/*.test.ts',
            'src/**/rules/**/*.test.ts',
            'src/platform/spreadsheet/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.test.ts'],
          exclude: [
            'src/kernel/**',
            'src/linkage/**',
            'src/sample/**',
            'src/**/rules/**',
            'src/platform/spreadsheet/**',
          ],
          globalSetup: ['src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
