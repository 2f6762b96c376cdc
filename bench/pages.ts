import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { type Bench, type Figure, figure } from './bench.ts';
import { startBenchServer } from './bench-server.ts';
import { type Client, httpClient } from './http-client.ts';
import { ownerClient } from './owner-client.ts';
import { weighPage } from './page-weight.ts';
import { medianSpread } from './quantiles.ts';

const REQUESTS = 150;

const unpackers: Record<string, (body: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
  zstd: zstdDecompressSync,
};
const unpack = (body: Buffer, encoding: string) => unpackers[encoding]?.(body) ?? body;

async function times(client: Client, paths: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < REQUESTS; at++) {
    const path = paths[at % paths.length]!;
    const { status, ms } = await client.send(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    taken.push(ms);
  }
  return taken;
}

export const pages: Bench = {
  name: 'pages',
  description: 'time and weight of the sign-in page, the list and the profile',
  async run({ house: openHouse, sizes, runs, say }) {
    const house = await openHouse();
    say('pages');
    await house.growTo(sizes[0]!);
    const owner = await ownerClient(house.ownerUrl);
    const { rows } = await owner.query<{ id: string }>(
      `select enterprise_id as id from enterprises where office_code = $1 order by md5(enterprise_id::text) limit $2`,
      [house.office, REQUESTS],
    );
    await owner.end();
    const server = await startBenchServer(house);
    try {
      const stranger = httpClient(server.address);
      const officer = await server.signIn();
      const subjects = [
        { name: 'sign-in page', client: stranger, paths: ['/masuk'], scriptGoal: 15 },
        { name: 'list', client: officer, paths: ['/usaha'] },
        { name: 'profile', client: officer, paths: rows.map(({ id }) => `/usaha/${id}`) },
      ];
      const figures: Figure[] = [];
      for (const { name, client, paths, scriptGoal } of subjects) {
        await times(client, paths);
        const taken: number[][] = [];
        for (let run = 0; run < runs; run++) taken.push(await times(client, paths));
        const { p50, p95 } = medianSpread(taken);
        const weight = await weighPage(client, paths[0]!, unpack);
        const whole = weight.document + weight.scripts + weight.styles + weight.fonts;
        figures.push(
          figure({ what: `${name}, p50`, unit: 'ms', value: p50 }),
          figure({ what: `${name}, p95`, unit: 'ms', value: p95 }),
          figure({
            what: `${name}, all that a first visit fetches`,
            unit: 'KB',
            value: whole,
            goal: scriptGoal ? { of: 'value', atMost: 100 } : undefined,
          }),
          figure({
            what: `${name}, of it script`,
            unit: 'KB',
            value: weight.scripts,
            goal: scriptGoal ? { of: 'value', atMost: scriptGoal } : undefined,
          }),
          figure({ what: `${name}, of it style`, unit: 'KB', value: weight.styles }),
          figure({ what: `${name}, of it font`, unit: 'KB', value: weight.fonts }),
        );
      }
      stranger.close();
      officer.close();
      return {
        name: 'pages',
        figures,
        notes: [
          `A register of ${sizes[0]!.toLocaleString('en')} enterprises, one browser, ${REQUESTS} requests a run; compressed as a browser gets them.`,
        ],
      };
    } finally {
      await server.stop();
    }
  },
};
