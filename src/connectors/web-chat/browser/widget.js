// Shows a button; pressed, it opens a frame of the desk. It keeps nothing and tells nothing before the visitor writes.
;(() => {
  const settings = 'SETTINGS'
  const script = document.currentScript
  const mark = 'vigie-chat'
  if (document.querySelector(`[data-${mark}]`)) return

  const given = script?.dataset ?? {}
  const asked = given.language ?? (settings.language === 'page' ? '' : settings.language)
  const language = /^fr/i.test(asked || document.documentElement.lang || navigator.language)
    ? 'fr'
    : 'en'
  const words = settings.words[language]
  // On the desk's own page its address may be written in more than one way.
  const base = given.from === 'here' ? location.href.replace(/\/[^/]*$/, '') : settings.base
  const desk = new URL(base).origin
  /**
   * Says that this browser has a conversation, and nothing more; written once the visitor has. Where the browser denies
   * the frame a store of its own, it holds what the frame gives to keep.
   */
  const memory = `${mark}:${base.split('/').pop()}`

  const host = document.createElement('div')
  host.setAttribute(`data-${mark}`, '')
  const root = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(`
    :host { all: initial }
    .button { position: fixed; right: 20px; bottom: 20px; z-index: 2147483000; display: inline-flex; align-items: center;
      gap: 10px; min-height: 48px; padding: 0 20px; border: 0; border-radius: 24px; cursor: pointer;
      font: 600 16px/1 system-ui, sans-serif; background: ${settings.color}; color: ${settings.ink};
      box-shadow: 0 0 0 1px #fff6, 0 2px 12px #0005 }
    .button:focus-visible { outline: 3px solid ${settings.color}; outline-offset: 3px; box-shadow: 0 0 0 3px #fff, 0 0 0 7px #000 }
    .button svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round }
    .count { min-width: 22px; padding: 3px 0; border-radius: 11px; text-align: center; font-size: 14px;
      background: ${settings.ink}; color: ${settings.color} }
    .count[hidden], .window[hidden] { display: none }
    .window { position: fixed; right: 20px; bottom: 84px; z-index: 2147483001; width: 380px; height: min(600px, calc(100vh - 104px));
      border-radius: 10px; overflow: hidden; box-shadow: 0 0 0 1px #8888, 0 8px 40px #0006 }
    iframe { display: block; width: 100%; height: 100%; border: 0 }
    @media (max-width: 480px), (max-height: 480px) {
      .window { inset: 0; width: 100%; height: 100dvh; border-radius: 0 }
      .open .button { visibility: hidden }
    }
    @media (prefers-reduced-motion: no-preference) {
      .window:not([hidden]) { animation: rise .16s ease-out }
      @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
    }
    @media print { .all { display: none } }
  `)
  root.adoptedStyleSheets = [style]

  const all = make('div', { class: 'all', lang: language })
  const button = make('button', {
    type: 'button',
    class: 'button',
    'aria-expanded': 'false',
    'aria-haspopup': 'dialog',
  })
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  picture.setAttribute('viewBox', '0 0 24 24')
  picture.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', 'M4 5h16v11H11l-5 4v-4H4z')
  picture.append(line)
  const count = make('span', { class: 'count', hidden: '', 'aria-hidden': 'true' })
  button.append(picture, words.open, count)
  const pane = make('div', {
    class: 'window',
    role: 'dialog',
    'aria-label': words.window,
    hidden: '',
  })
  all.append(button, pane)
  root.append(all)

  let frame = null
  let isOpen = false
  let isLoaded = false

  /** The frame, made when it is first needed. */
  function load() {
    if (frame) return
    const theme = given.theme ? `&theme=${encodeURIComponent(given.theme)}` : ''
    frame = make('iframe', {
      title: words.window,
      src: `${base}/frame?lang=${language}${theme}`,
      // The desk only needs to know the website, not the page.
      referrerpolicy: 'origin',
    })
    frame.addEventListener('load', () => {
      isLoaded = true
      tell(isOpen ? 'open' : 'hello')
    })
    pane.append(frame)
  }

  function tell(what) {
    if (!isLoaded) return
    const found = remembered()
    const kept = found?.startsWith('{') ? JSON.parse(found) : null
    frame.contentWindow?.postMessage({ vigie: what, kept }, desk)
  }

  function open() {
    isOpen = true
    load()
    pane.hidden = false
    all.classList.add('open')
    button.setAttribute('aria-expanded', 'true')
    unread(0)
    frame.focus()
    tell('open')
  }

  function close() {
    if (!isOpen) return
    isOpen = false
    pane.hidden = true
    all.classList.remove('open')
    button.setAttribute('aria-expanded', 'false')
    tell('closed')
    button.focus()
  }

  function unread(n) {
    count.hidden = n === 0
    count.textContent = String(n)
    if (n === 0) button.removeAttribute('aria-label')
    else button.setAttribute('aria-label', words.unread.replace('{n}', String(n)))
  }

  button.addEventListener('click', () => (isOpen ? close() : open()))
  all.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  addEventListener('message', ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || origin !== desk || !data) return
    if (data.vigie === 'close') close()
    if (data.vigie === 'unread' && !isOpen) unread(Number(data.n) || 0)
    if (data.vigie === 'wrote' && remembered() === null) remember('1')
    if (data.vigie === 'keep' && !remember(JSON.stringify(data.kept))) tell('cannot-keep')
    if (data.vigie === 'erased') remember(null)
  })

  function remember(what) {
    try {
      if (what === null) localStorage.removeItem(memory)
      else localStorage.setItem(memory, what)
      return true
    } catch {
      return false
    }
  }

  function remembered() {
    try {
      return localStorage.getItem(memory)
    } catch {
      return null
    }
  }

  function make(name, attributes) {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    return element
  }

  document.body.append(host)
  if (remembered() !== null) load()
})()
