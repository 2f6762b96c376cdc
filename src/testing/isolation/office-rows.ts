import pg from 'pg';

/** The questions that see every office, asked in the name of the database's owner. */
export class OfficeRows {
  readonly #owner: pg.Client;

  private constructor(owner: pg.Client) {
    this.#owner = owner;
  }

  static async open(ownerUrl: string): Promise<OfficeRows> {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    return new OfficeRows(owner);
  }

  close(): Promise<void> {
    return this.#owner.end();
  }

  /** Every table of an office, as the catalogue knows them. */
  async tables(): Promise<string[]> {
    const { rows } = await this.#owner.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'office_code'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
    return rows.map((row) => row.name);
  }

  /** All that is kept of an office, its people's accounts included: table → how many rows, and a hash of them. */
  async of(officeCode: string): Promise<Record<string, { rows: number; hash: string }>> {
    const kept: Record<string, { rows: number; hash: string }> = {};
    const look = async (table: string, where: string) => {
      const { rows } = await this.#owner.query<{ rows: number; hash: string }>(
        `select count(*)::int as rows, md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as hash
         from ${table} t where ${where}`,
        [officeCode],
      );
      if (rows[0]) kept[table] = rows[0];
    };
    for (const table of await this.tables()) await look(table, 'office_code = $1');
    const members = 'select user_id from memberships where office_code = $1';
    await look('auth_users', `id in (${members})`);
    for (const table of ['auth_sessions', 'auth_accounts', 'auth_two_factors', 'auth_sign_in_names'])
      await look(table, `user_id in (${members})`);
    return kept;
  }

  /** Rows of an office in which one of these texts stands: table → the texts found. */
  async holding(officeCode: string, texts: readonly string[]): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const table of await this.tables()) {
      const { rows } = await this.#owner.query<{ text: string }>(
        `select distinct given.text from ${table} t, unnest($2::text[]) as given (text)
         where t.office_code = $1 and strpos(t::text, given.text) > 0`,
        [officeCode, texts],
      );
      if (rows.length > 0) found[table] = rows.map((row) => row.text);
    }
    return found;
  }

  /** The newest session of a person. */
  async newestSession(userId: string): Promise<string> {
    const { rows } = await this.#owner.query<{ id: string }>(
      'select id from auth_sessions where user_id = $1 order by created_at desc limit 1',
      [userId],
    );
    return rows[0]?.id ?? '';
  }

  /** Whether the worker has done all there was to do. */
  async nothingUnderWay(): Promise<boolean> {
    const { rowCount } = await this.#owner.query(
      `select 1 from pgboss.job where state in ('created', 'retry', 'active')
       union all select 1 from offices_to_link() limit 1`,
    );
    return rowCount === 0;
  }

  /** Stands in for setting up a second factor, without which no page opens for an admin. */
  async giveSecondFactor(userId: string): Promise<void> {
    await this.#owner.query('update auth_users set two_factor_enabled = true where id = $1', [userId]);
  }
}
