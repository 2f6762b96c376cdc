import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const pure = [
  'src/kernel/**',
  'src/linkage/**',
  'src/likeness/**',
  'src/questionnaire/**',
  'src/field-app/**',
  'src/attendance-app/**',
  'src/selection/**',
  'src/papers/**',
  'src/sample/**',
  'src/**/rules/**',
  'src/platform/spreadsheet/**',
];
const withDatabase = {
  globalSetup: ['src/testing/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // Half of a database test is waiting for PostgreSQL; beyond four, its connections (60) could run out.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        test: {
          name: 'rules',
          include: [...pure.map((folder) => `${folder}/*.test.ts`), 'scripts/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.test.ts'],
          exclude: [...pure, 'src/**/*.app.test.ts'],
          ...withDatabase,
        },
      },
      {
        test: {
          // The built programs themselves, started as people start them.
          name: 'app',
          include: ['src/**/*.app.test.ts'],
          ...withDatabase,
          globalSetup: ['src/testing/build-app.ts', ...withDatabase.globalSetup],
          testTimeout: 400_000,
        },
      },
    ],
  },
});
