// npm start: install, build, then run the web server (which starts database and worker) until Ctrl-C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, pinnedNode, root, toolEnv } from './bootstrap.mjs';

ensureInstalled();
ensureBuilt();
const server = spawn(pinnedNode(), [join(root, 'build/server/server.js')], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnv({ NODE_ENV: 'production' }),
});
// Ctrl-C reaches the server by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
