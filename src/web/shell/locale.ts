import { i18n, type Messages } from '@lingui/core'
import { remember, recall } from './preferences.ts'

export type Locale = 'en' | 'fr'
type Loader = () => Promise<{ messages: Messages }>

const catalogs: Record<string, Loader> = {
  ...(import.meta.glob('./locales/*.po') as Record<string, Loader>),
  ...(import.meta.glob('../ui/locales/*.po') as Record<string, Loader>),
  ...(import.meta.glob('../screens/*/locales/*.po') as Record<string, Loader>),
  ...(import.meta.glob('../../connectors/*/web/locales/*.po') as Record<string, Loader>),
}

const loaded = new Set<string>(['.', '../ui'])

/** The language to start with: the one chosen on this machine, else the browser's. */
export function firstLocale(): Locale {
  return asLocale(recall('locale') ?? navigator.language)
}

export function asLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

/** Speaks `locale` from now on, with the catalogs of everything loaded so far. */
export async function speak(locale: Locale): Promise<void> {
  const parts = await Promise.all([...loaded].map((folder) => catalogOf(folder, locale)))
  i18n.load(locale, Object.assign({}, ...parts))
  i18n.activate(locale)
  document.documentElement.lang = locale
  remember('locale', locale)
}

/** Adds the words of one folder ('../screens/inbox') to the language spoken. */
export async function loadMessages(folder: string): Promise<void> {
  if (loaded.has(folder)) return
  const messages = await catalogOf(folder, asLocale(i18n.locale || firstLocale()))
  loaded.add(folder)
  i18n.load(i18n.locale || firstLocale(), messages)
}

async function catalogOf(folder: string, locale: Locale): Promise<Messages> {
  const load = catalogs[`${folder}/locales/${locale}.po`]
  return load ? (await load()).messages : {}
}
