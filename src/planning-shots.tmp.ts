import { mkdirSync } from 'node:fs'
import { openBrowser } from '/work/wt/planning/tests/support/browser.ts'
const origin = 'http://127.0.0.1:4178'
mkdirSync('/tmp/planning-shots', { recursive: true })
const call = async (method: string, path: string, body?: unknown, headers: Record<string,string> = {}) => {
  const r = await fetch(origin + '/api/v1' + path, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body ? { body: JSON.stringify(body) } : {}) })
  const text = await r.text()
  if (!r.ok) console.log(method, path, r.status, text.slice(0, 300))
  return { body: text ? JSON.parse(text) : null, r }
}
const acc = { name: 'Camille Morel', email: 'camille@atelier-morel.example', password: 'une chaise en chêne', language: 'fr' }
let { r } = await call('POST', '/sign-up', acc)
if (!r.ok) r = (await call('POST', '/sign-in', acc)).r
const cookie = (r.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
const { body: company } = await call('POST', '/practice', {}, { cookie, 'accept-language': 'fr' })
const h = { cookie, 'vigie-company': company.id }
const { body: channels } = await call('GET', '/channels', undefined, h)
for (const c of channels) await call('PUT', '/slots', { channelId: c.id, slots: [[2,'09:30',false],[4,'18:00',false],[4,'12:15',true],[6,'10:00',false]].map(([weekday,time,evergreen]) => ({ weekday, time, evergreen })) }, h)
const { body: have } = await call('GET', '/recurrences', undefined, h)
if (have.length === 0) {
const next = new Date(Date.now() + 86400000).toISOString().slice(0, 10)
await call('POST', '/recurrences', { post: { text: 'Samedi, l’atelier est ouvert de 10 h à 18 h. Poussez la porte !', variants: [{ channelId: channels[0].id }] }, rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=10', wallTime: next + 'T09:00' }, h)
for (const t of ['Un banc en chêne', 'Le nouveau vernis', 'Trois tables']) {
  const { body: p } = await call('POST', '/posts', { text: t, variants: [{ channelId: channels[0].id }] }, h)
  await call('POST', `/posts/${p.id}/queue`, { version: p.version }, h)
}}
const browser = await openBrowser()
for (const [lang, theme, width] of [['fr', 'light', 1440], ['en', 'dark', 390], ['fr','dark',1440], ['en','light',390]] as const) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: lang === 'fr' ? 'fr-FR' : 'en-GB', timezoneId: 'Europe/Paris', colorScheme: theme })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: origin }])
  await context.addInitScript(`localStorage.setItem('vigie.company','${company.id}');sessionStorage.setItem('vigie.company','${company.id}');localStorage.setItem('vigie.locale','${lang}');localStorage.setItem('vigie.theme','${theme}')`)
  const page = await context.newPage()
  page.on('pageerror', (e) => console.log('pageerror', e.message))
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()))
  for (const path of process.argv.slice(2)) {
    await page.goto(origin + path, { waitUntil: 'networkidle' }).catch(() => {})
    await page.waitForTimeout(500)
    if (path.includes('compose') && path.includes('repeat')) {
      await page.getByRole('button', { name: /Répéter|Repeat/ }).click()
      await page.waitForTimeout(500)
      await page.locator('select').last().selectOption('week').catch((e) => console.log(String(e).slice(0,200)))
      await page.waitForTimeout(900)
    }
    await page.screenshot({ path: `/tmp/planning-shots/${path.replaceAll(/\W+/g, '_')}-${lang}-${theme}-${width}.png` })
  }
  await context.close()
}
await browser.close()
process.exit(0)
