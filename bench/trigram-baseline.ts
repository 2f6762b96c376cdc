import type pg from 'pg';
import type { FoundRow } from './search-queries.ts';

export type TrigramBaseline = {
  /** By likeness of the whole name of enterprise or owner: fast, and blind for products and places. */
  byNames(text: string): Promise<FoundRow[]>;
  /** By the likest stretch of one text with name, owner, products and place: all that our own search looks at. */
  byWords(text: string): Promise<FoundRow[]>;
  /** Of its table and indexes, in MB. */
  size: number;
};

const row = `name, owner_name as "ownerName", village_name as "villageName"`;

/**
 * PostgreSQL's own typo-tolerant search at its best: a flat table, GIN trigram indexes, no row-level security (which
 * would switch them off), no session, no counts. Thresholds are those at which it is quickest without losing much.
 */
export async function makeTrigramBaseline(client: pg.Client, office: string): Promise<TrigramBaseline> {
  await client.query(`
    create extension if not exists pg_trgm;
    drop table if exists bench_names;
    create table bench_names as
      select e.name, o.full_name as owner_name, v.name as village_name,
        concat_ws(' ', e.name, e.brand, o.full_name,
          (select string_agg(p.name, ' ') from products p
            where p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.ended_on is null),
          v.name, d.name) as words
      from enterprises e
      left join owners o on o.office_code = e.office_code and o.owner_id = e.owner_id
      left join premises m on m.office_code = e.office_code and m.enterprise_id = e.enterprise_id and m.kind = 'main'
      left join areas v on v.area_code = m.village_code
      left join areas d on d.area_code = v.parent_code
      where e.office_code = '${office}';
    create index on bench_names using gin (name gin_trgm_ops);
    create index on bench_names using gin (owner_name gin_trgm_ops);
    create index on bench_names using gin (words gin_trgm_ops);
    set pg_trgm.similarity_threshold = 0.5;
    set pg_trgm.word_similarity_threshold = 0.6;`);
  await client.query('vacuum analyze bench_names');
  const size = await client.query(`select pg_total_relation_size('bench_names') / 1048576.0 as mb`);
  const ask = async (text: string, statement: string) =>
    (await client.query<FoundRow>(statement, [text])).rows;
  return {
    byNames: (text) =>
      ask(
        text,
        `select ${row} from (
          select *, similarity(name, $1) as alike from bench_names where name % $1
          union all
          select *, similarity(owner_name, $1) from bench_names where owner_name % $1
        ) found order by alike desc limit 10`,
      ),
    byWords: (text) =>
      ask(
        text,
        `select ${row} from bench_names where $1 <% words order by word_similarity($1, words) desc limit 10`,
      ),
    size: Number(size.rows[0].mb),
  };
}
