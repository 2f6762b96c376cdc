// Finds a Chromium for the browser journeys; as root on Debian it installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const find = () => places.find((path) => path && existsSync(path));

/** Path of a Chromium, or null after having said what is missing. */
export function ensureChromium() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      'Memasang Chromium untuk uji layar … / installing Chromium for the browser tests …\n',
    );
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium'))
      return find() ?? null;
  }
  process.stderr.write(
    'Chromium tidak ditemukan. Pasang Chromium atau Chrome (Debian: sudo apt-get install chromium), atau tunjuk dengan CHROMIUM_PATH.\n' +
      'Chromium was not found: install it, or name it in CHROMIUM_PATH.\n',
  );
  return null;
}
