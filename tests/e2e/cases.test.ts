import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { openThePracticeShop } from './practice-shop.ts'
import { useVisits } from './visit.ts'

describe('what is said of the shop', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('becomes a lead, is given to Sofia, and is answered, in French', async () => {
    const { storage } = await openThePracticeShop(await visits.open('/'))
    const { id, handle, author } = await answerable(desk().databaseUrl)
    // Alone with their author: only rows on screen are drawn.
    const theirs = `/listening?fold=no&author=${encodeURIComponent(author)}`
    const page = await visits.open(theirs, { language: 'fr', storage })
    const row = page.locator(`[data-mention="${id}"]`)
    const follow = async (name: string) => {
      await row.getByRole('button', { name: 'Donner suite' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    }

    await follow('En faire un prospect')
    await page.getByRole('heading', { name: 'Ce qui a été dit' }).waitFor()
    await page.getByLabel('Titre').fill('Une table pour huit')
    await page.getByLabel('Échéance').fill('2031-03-01')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('heading', { name: 'Une table pour huit' }).waitFor()
    await page.getByLabel('Nouvelle note').fill('Veut du chêne.')
    await page.getByRole('button', { name: 'Ajouter la note' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Veut du chêne.' }).waitFor()
    expect(await axe(page)).toEqual([])

    await page.goto(`${desk().url}${theirs}`)
    await row.getByRole('link', { name: 'Voir le prospect' }).waitFor()
    await row.getByRole('button', { name: 'Confier la mention' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Moi' }).click()
    await row.getByText('Vous en avez la charge').waitFor()

    await row.getByRole('button', { name: 'Répondre' }).click()
    await page.getByRole('menuitem', { name: handle, exact: true }).click()
    await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/)
    await page.getByRole('textbox', { name: /^Répondre à / }).fill('Passez nous voir samedi.')
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await page.locator('li.items-end', { hasText: 'Passez nous voir samedi.' }).waitFor()

    const conversation = page.url()
    await page.goto(`${desk().url}/cases`)
    await page.getByRole('link', { name: 'Une table pour huit' }).click()
    await page.getByRole('button', { name: 'Répondre' }).click()
    await page.getByRole('menuitem', { name: handle, exact: true }).click()
    await page.waitForURL(conversation)
  }, 120_000)
})

/** A mention of which nothing was made yet, that one of the accounts sees on the practice network, and that account as the desk names it. */
async function answerable(
  databaseUrl: string,
): Promise<{ id: string; handle: string; author: string }> {
  const db = new pg.Client({ connectionString: databaseUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ id: string; handle: string; author: string }>(
      `select m.id, c.handle, m.connector_id || ':' || (m.author->>'remoteId') as author from mentions m
       join sandbox_posts p on p.id::text = m.remote_id
       join channels c on c.remote_id = p.account_id::text and c.connector_id = m.connector_id
       where not m.dismissed and not exists (select from case_mentions h where h.mention_id = m.id)
       order by m.at desc limit 1`,
    )
    const [found] = rows
    return found ?? expect.fail('no mention can be answered')
  } finally {
    await db.end()
  }
}
