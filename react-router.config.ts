import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  // A pattern, since the server bundle has several entries (vite.config.ts).
  serverBuildFile: '[name].js',
} satisfies Config;
