import { registerPermissions, searchRegister } from '#features/register-enterprise/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import type { Opened } from '#platform/open-services.server.ts';
import { askDatabase } from './ask-database.server.ts';

/** Builds the search index of every office before the first person asks for it; pages answer meanwhile. */
export async function warmSearch({ services, ownerUrl }: Opened): Promise<void> {
  const offices = await askDatabase<{ code: string }>(ownerUrl, 'select office_code as code from offices');
  for (const { code } of offices) {
    await read(services, systemActor(code, 'Indeks'), registerPermissions['enterprise.view'], (context) =>
      searchRegister(context, { text: '', filter: {}, offset: 0, limit: 0 }),
    );
  }
}
