import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe } from './accessibility.ts'
import { useDesk } from './desk.ts'
import { settled, useVisits } from './visit.ts'

describe('the first visit, in French', () => {
  const desk = useDesk()
  const visits = useVisits(desk)

  test('Camille opens her company, practises in an invented one, and comes back to an empty desk', async () => {
    const page = await visits.open('/', { language: 'fr' })
    await openTheAccount(page)
    await openTheCompany(page)

    await page.getByRole('button', { name: 'L’ouvrir' }).click()
    const banner = page.getByRole('region', { name: 'Entreprise d’entraînement' })
    await banner.waitFor({ timeout: 60_000 })
    const screens = await screensOf(page)
    expect(screens.length).toBeGreaterThanOrEqual(6)
    for (const screen of screens) {
      await goTo(page, screen)
      await expect.poll(() => banner.isVisible(), { message: screen }).toBe(true)
    }

    // What was asked of the company while it was being deleted is refused; nobody is sent away for that.
    visits.expects(/status of 401 \(Unauthorized\) \(\S+\/api\/v1\//)
    await banner.getByRole('button', { name: 'Supprimer l’entreprise d’entraînement' }).click()
    const question = page.getByRole('dialog')
    await question.getByRole('button', { name: 'Supprimer l’entreprise d’entraînement' }).click()
    await question.waitFor({ state: 'hidden' })
    await banner.waitFor({ state: 'detached' })
    expect(await companiesOf(page)).toMatchObject([
      { name: 'Atelier Morel', practice: false, language: 'fr', timeZone: 'Europe/Paris' },
    ])
    await findEverythingEmpty(page)
  }, 180_000)
})

/** Empty, the form says by each field what it expects; filled, it makes the account. */
async function openTheAccount(page: Page) {
  await page.getByRole('heading', { name: 'Ouvrir Vigie' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  const password = page.getByLabel('Mot de passe', { exact: true })
  await page.getByLabel('Votre nom').fill('Camille Morel')
  await page.getByLabel('Adresse e-mail').fill('camille@')
  await password.fill('chêne')
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  expect(await errorOf(page, 'Adresse e-mail')).toMatch(/adresse e-mail complète/)
  expect(await errorOf(page, 'Mot de passe')).toMatch(/au moins 10 caractères/)
  await expect.poll(() => page.getByLabel('Adresse e-mail').evaluate(hasFocus)).toBe(true)
  expect(await axe(page)).toEqual([])

  await page.getByLabel('Adresse e-mail').fill('camille@atelier-morel.example')
  await password.fill('une chaise en chêne')
  await page.getByRole('button', { name: 'Créer le compte' }).click()
}

async function openTheCompany(page: Page) {
  await page.getByRole('heading', { name: 'Votre entreprise' }).waitFor()
  await expect.poll(() => page.getByLabel('Langue de ses publications').inputValue()).toBe('fr')
  await page.getByLabel('Fuseau horaire').selectOption('Europe/Paris')
  await page.getByRole('button', { name: 'Ouvrir l’entreprise' }).click()
  expect(await errorOf(page, 'Nom de l’entreprise')).toBe('Indiquez le nom de l’entreprise.')
  await page.getByLabel('Nom de l’entreprise').fill('Atelier Morel')
  await page.getByRole('button', { name: 'Ouvrir l’entreprise' }).click()
  await page.getByRole('heading', { name: 'Par où commencer' }).waitFor()
  expect(await axe(page)).toEqual([])
}

/** What will stand on each screen, and nothing that pretends to be there already. */
async function findEverythingEmpty(page: Page) {
  const promises = {
    '/calendar': 'Rien ne peut encore partir',
    '/inbox': 'Personne ne peut encore vous joindre ici',
    '/listening': 'Savoir quand on parle de vous',
    '/results': 'Rien à mesurer pour l’instant',
    '/experiments': 'Aucune comparaison pour l’instant',
  }
  for (const [screen, promise] of Object.entries(promises)) {
    await goTo(page, screen)
    const heading = page.getByRole('heading', { name: promise })
    await heading.waitFor()
    const state = page.locator('section').filter({ has: heading })
    const actions = state.locator('a, button').and(page.locator(':not([inert] *)'))
    await expect.poll(() => actions.count(), { message: screen }).toBe(1)
  }
}

/** The sentence by a field, as a screen reader finds it. */
async function errorOf(page: Page, label: string): Promise<string | null> {
  const field = page.getByLabel(label, { exact: true })
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
  const described = (await field.getAttribute('aria-describedby')) ?? ''
  return page.locator(`[id="${described.split(' ').at(-1)}"]`).textContent()
}

async function screensOf(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link')
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
}

async function goTo(page: Page, screen: string) {
  await page.getByRole('navigation').locator(`a[href="${screen}"]`).click()
  await page.waitForURL(`**${screen}`)
  await settled(page)
}

async function companiesOf(page: Page): Promise<unknown> {
  const { companies } = await (await page.request.get('/api/v1/session')).json()
  return companies
}

const hasFocus = (element: Element) => element === document.activeElement
