// Runs before the first paint, outside the bundle, so that no page flashes in the wrong theme
// or language. A file rather than an inline script: the page's security policy allows no inline code.
;(() => {
  const root = document.documentElement
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = read('vigie.theme')
  const dark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.dataset.font = read('vigie.font') === 'system' ? 'system' : 'own'
  const language = read('vigie.locale') || navigator.language
  root.lang = language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
})()
