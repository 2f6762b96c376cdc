import pg from 'pg';
import { registerPermissions, searchRegister } from '#features/register-enterprise/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import type { Opened } from '#platform/open-services.server.ts';

/** Builds the search index of every office before the first person asks for it; pages answer meanwhile. */
export async function warmSearch({ services, ownerUrl }: Opened): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const offices = await client
    .query<{ code: string }>('select office_code as code from offices')
    .finally(() => client.end());
  for (const { code } of offices.rows) {
    await read(services, systemActor(code, 'Indeks'), registerPermissions['enterprise.view'], (context) =>
      searchRegister(context, { text: '', filter: {}, offset: 0, limit: 0 }),
    );
  }
}
