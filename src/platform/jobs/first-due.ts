import { type SelectQueryBuilder, sql, type SqlBool, type StringReference } from 'kysely'

/**
 * Of these rows the one that is due first, locked; rows that somebody else has locked are passed over, so that several
 * workers take several rows.
 * @param column when a row falls due
 */
export function firstDue<DB, TB extends keyof DB, O>(
  rows: SelectQueryBuilder<DB, TB, O>,
  column: StringReference<DB, TB>,
  now: Date,
): SelectQueryBuilder<DB, TB, O> {
  return rows
    .where(sql<SqlBool>`${sql.ref(column)} <= ${now}`)
    .orderBy(column)
    .limit(1)
    .forUpdate()
    .skipLocked()
}

/** Nobody holds the row by a lease, or whoever did let it run out. */
export function isFree(now: Date, column = 'leaseUntil') {
  const leaseUntil = sql.ref(column)
  return sql<SqlBool>`(${leaseUntil} is null or ${leaseUntil} <= ${now})`
}
