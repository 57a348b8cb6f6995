import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/**
 * Each entry is chained to the one before it in its company: `digest` is SHA-256 over what happened (canonical
 * JSON), `hash` over the hash before, the entry's number and its digest. What was written before this migration is
 * chained in the order in which it was written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table audit_entries
      -- Place in the company's chain, from 1, given when the transaction commits.
      add column seq bigint,
      add column digest text,
      add column prev_hash text,
      add column hash text;
    -- The end of each chain: it locks the chain for the next entry, and tells when the last ones are missing.
    create table audit_heads (
      company_id uuid primary key references companies on delete cascade,
      seq bigint not null,
      hash text not null
    );
  `.execute(db)
  await chainWhatIsThere(db)
  await sql`
    alter table audit_entries alter column digest set not null;
    create unique index on audit_entries (company_id, seq);

    -- Sealed at the very end of a transaction: whoever writes an entry holds nobody up while they work on, and the
    -- order of the chain is the order of the commits.
    create function seal_audit_entry() returns trigger language plpgsql as $$
    declare head audit_heads;
    begin
      -- Came back from a backup, or its company is gone already.
      if new.hash is not null or not exists (select from companies where id = new.company_id) then
        return null;
      end if;
      insert into audit_heads values (new.company_id, 0, repeat('0', 64)) on conflict do nothing;
      select * into head from audit_heads where company_id = new.company_id for update;
      update audit_entries
        set seq = head.seq + 1,
            prev_hash = head.hash,
            hash = encode(sha256(convert_to(
              concat_ws(E'\n', head.hash, head.seq + 1, new.digest), 'UTF8')), 'hex')
        where id = new.id
        returning hash into head.hash;
      update audit_heads set seq = head.seq + 1, hash = head.hash where company_id = new.company_id;
      return null;
    end $$;
    create constraint trigger seal after insert on audit_entries
      deferrable initially deferred for each row execute function seal_audit_entry();

    -- Nothing that is written is changed or taken out; it goes with its company only.
    create function keep_audit_entry() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.hash is null and new.hash is not null
        and (new.id, new.company_id, new.at, new.actor, new.action, new.subject, new.detail, new.digest)
          = (old.id, old.company_id, old.at, old.actor, old.action, old.subject, old.detail, old.digest)
      then
        return new;
      end if;
      if tg_op = 'DELETE' and not exists (select from companies where id = old.company_id) then
        return old;
      end if;
      raise exception 'the audit trail is only ever added to';
    end $$;
    create trigger keep before update or delete on audit_entries
      for each row execute function keep_audit_entry();
    create trigger keep_all before truncate on audit_entries
      for each statement execute function keep_audit_entry();
  `.execute(db)
}

interface Entry {
  id: number
  companyId: string
  at: Date
  actor: string
  action: string
  subject: string
  detail: unknown
}

const AT_ONCE = 1000

async function chainWhatIsThere(db: Kysely<unknown>): Promise<void> {
  const heads = new Map<string, { seq: number; hash: string }>()
  let after = 0
  for (;;) {
    const { rows } = await sql<Entry>`
      select id, company_id, at, actor, action, subject, detail from audit_entries
      where id > ${after} order by id limit ${AT_ONCE}`.execute(db)
    const links = rows.map((entry) => {
      const head = heads.get(entry.companyId) ?? { seq: 0, hash: '0'.repeat(64) }
      const { id, ...said } = entry
      const digest = sha256(canonical(said))
      const next = { seq: head.seq + 1, hash: sha256([head.hash, head.seq + 1, digest].join('\n')) }
      heads.set(entry.companyId, next)
      return { id, digest, prev: head.hash, ...next }
    })
    if (links.length > 0)
      await sql`update audit_entries e
        set seq = l.seq, digest = l.digest, prev_hash = l.prev, hash = l.hash
        from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
          as l(id bigint, seq bigint, digest text, prev text, hash text)
        where e.id = l.id`.execute(db)
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) break
    after = last.id
  }
  for (const [companyId, { seq, hash }] of heads)
    await sql`insert into audit_heads values (${companyId}, ${seq}, ${hash})`.execute(db)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** As the desk wrote it on the day of this migration; what comes later must stay equal to it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
