import pg from 'pg';

/** One question to the database in the migration role's name, which sees every office: for starting up only. */
export async function askDatabase<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  question: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows;
  } finally {
    await client.end();
  }
}
