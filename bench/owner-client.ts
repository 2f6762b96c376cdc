import pg from 'pg';

/** A connection of the role that owns the tables: for what the application itself may not do. */
export async function ownerClient(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return client;
}
