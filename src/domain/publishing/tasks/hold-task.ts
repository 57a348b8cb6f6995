import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Delivery, HandTask, PublishingTables } from '../tables.ts'

/**
 * A delivery that was handed to a person, held until the transaction ends: two people who answer at once answer one
 * after the other.
 * @throws Problem when nobody was ever asked to put it up
 */
export async function holdTask(
  trx: Executor,
  companyId: string,
  id: string,
): Promise<{ delivery: Delivery; task: HandTask }> {
  const tables = tablesOf<PublishingTables>(trx)
  const delivery = await tables
    .selectFrom('deliveries')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const task = await tables
    .selectFrom('handTasks')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('deliveryId', '=', id)
    .executeTakeFirst()
  if (!delivery || !task) throw new Problem(notFound)
  return { delivery, task }
}
