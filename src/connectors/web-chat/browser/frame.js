// The visitor's side of a conversation. Text is only ever set as text: nothing that anybody writes becomes HTML.
// One file, however long, for it is served as it stands: nothing builds it.
;(() => {
  const { words, language, textMax } = JSON.parse(byId('config').textContent)
  const base = location.pathname.replace(/\/[^/]*$/, '')
  const store = `${base}/thread`
  const [log, list, form, field] = [byId('log'), byId('messages'), byId('form'), byId('text')]
  const [note, card] = [byId('note'), byId('card')]
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
  const AGAIN_MS = 4000

  const NOTHING = { secret: '', waiting: [], seen: 0, cardShown: false }
  /** Some browsers deny a frame any store of its own: then the website's page keeps for it what it is given. */
  let ownStore = true
  /** What this browser keeps once its visitor has written: the secret of the thread, and what has not left yet. */
  let kept = read() ?? structuredClone(NOTHING)
  let canKeep = ownStore || parent !== window
  let said = []
  let last = 0
  let visible = false
  let listening = false
  let over = false
  let wasAtEnd = true
  let parentOrigin = null
  const shown = new Map()

  // —— What is kept ——

  function read() {
    try {
      return soundly(JSON.parse(localStorage.getItem(store) ?? 'null'))
    } catch (error) {
      ownStore = error instanceof SyntaxError
      return null
    }
  }

  /** What was kept, unless somebody else made it. */
  function soundly(found) {
    const isSound = /^[\w-]{43}$/.test(found?.secret ?? '') && Array.isArray(found.waiting)
    return isSound ? { ...NOTHING, ...found } : null
  }

  function keep() {
    if (!ownStore) return toParent({ vigie: 'keep', kept })
    try {
      localStorage.setItem(store, JSON.stringify(kept))
    } catch {
      cannotKeep()
    }
  }

  function cannotKeep() {
    canKeep = false
    byId('kept').textContent = words.keptHere
  }

  function secretMade() {
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  }

  /** A version 4 UUID; `crypto.randomUUID` is there on https alone. */
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    bytes[6] = (bytes[6] & 0x0f) | 0x40
    bytes[8] = (bytes[8] & 0x3f) | 0x80
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  // —— What leaves ——

  const ask = (path, { method = 'GET', body, headers = {} } = {}) =>
    fetch(store + path, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        authorization: `Bearer ${kept.secret}`,
        'accept-language': language,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })

  function write(text) {
    if (kept.secret === '') kept.secret = secretMade()
    // Kept under its own name before it leaves: sent twice, it is one message.
    kept.waiting.push({ id: newId(), text, at: new Date().toISOString(), state: 'sending' })
    keep()
    toParent({ vigie: 'wrote' })
    draw()
    send()
  }

  let sending = null
  /** Sends what waits, one after the other, in the order in which it was written. */
  function send() {
    sending ??= sendAll().finally(() => (sending = null))
    return sending
  }

  async function sendAll() {
    for (;;) {
      const next = kept.waiting.find(({ state }) => state === 'sending')
      if (!next) {
        void listen()
        return
      }
      if (!(await sendOne(next))) {
        for (const one of kept.waiting) if (one.state === 'sending') one.state = 'failed'
        keep()
        draw()
        return
      }
    }
  }

  async function sendOne(message) {
    const { id, text } = message
    try {
      const answer = message.card
        ? await ask('/card', { method: 'POST', body: { id, ...message.card } })
        : await ask('/messages', { method: 'POST', body: { id, text, language } })
      const body = await answer.json()
      if (!answer.ok) {
        message.why = body.detail ?? ''
        return false
      }
      tell(note, '')
      kept.waiting = kept.waiting.filter((one) => one.id !== id)
      keep()
      take(body)
      if (!kept.cardShown) card.hidden = false
      return true
    } catch {
      tell(note, words.offline)
      return false
    }
  }

  function again() {
    for (const one of kept.waiting) {
      one.state = 'sending'
      one.why = ''
    }
    draw()
    return send()
  }

  // —— What comes ——

  function take({ known, ended, messages }) {
    if (!known && said.length > 0) {
      said = []
      shown.clear()
      list.replaceChildren()
      last = 0
      tell(note, words.forgotten)
    }
    for (const message of messages) {
      if (message.seq <= last) continue
      last = message.seq
      said.push(message)
      kept.waiting = kept.waiting.filter(({ id }) => id !== message.id)
    }
    over = ended
    form.hidden = ended
    if (ended) {
      card.hidden = true
      tell(note, words.ended)
    }
    draw()
    notice()
  }

  /** By a stream while it holds; else by asking now and then. */
  async function listen() {
    if (listening || kept.secret === '') return
    listening = true
    while (kept.secret !== '' && !over) {
      try {
        await poll()
        await hear()
      } catch {
        // Broken: it is tried again below.
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      if (kept.waiting.some(({ state, why }) => state === 'failed' && !why)) await again()
    }
    listening = false
  }

  async function poll() {
    const answer = await ask(`?after=${last}`)
    if (answer.ok) {
      take(await answer.json())
      if (note.textContent === words.offline) tell(note, '')
    }
  }

  async function hear() {
    const answer = await ask('/stream', { headers: { 'last-event-id': String(last) } })
    if (!answer.ok || !answer.body) return
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      text += value
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) heard(part)
    }
  }

  function heard(part) {
    const data = /^data: (.*)$/m.exec(part)?.[1]
    if (!data || !/^event: message$/m.test(part)) return
    take({ known: true, ended: false, messages: [JSON.parse(data)] })
  }

  // —— What is shown ——

  function draw() {
    const all = [
      ...said.map((message) => ({
        ...message,
        key: message.id ?? String(message.seq),
        state: 'sent',
      })),
      ...kept.waiting.map((message) => ({ ...message, key: message.id, from: 'visitor' })),
    ]
    let before = null
    for (const message of all) {
      let item = shown.get(message.key)
      if (!item) {
        item = itemOf(message)
        shown.set(message.key, item)
      }
      item.about(message)
      const place = before ? before.nextSibling : list.firstChild
      if (place !== item.element) list.insertBefore(item.element, place)
      before = item.element
    }
    byId('erasing').hidden = kept.secret === ''
    if (!canKeep) cannotKeep()
    if (wasAtEnd) log.scrollTop = log.scrollHeight
  }

  function itemOf({ from, text }) {
    const element = document.createElement('li')
    if (from === 'visitor') element.className = 'mine'
    const bubble = document.createElement('div')
    bubble.className = 'said'
    bubble.append(...(from === 'visitor' ? [text] : linked(text)))
    const about = document.createElement('p')
    element.append(bubble, about)
    let drawn = ''
    return {
      element,
      about(message) {
        const who =
          from === 'visitor' ? words.you : (message.by ?? document.querySelector('h1').textContent)
        const where = {
          sending: words.sending,
          failed: words.notSent,
          sent: [hourOf(message.at), from === 'visitor' && words.sent].filter(Boolean).join(' · '),
        }
        const line = [who, where[message.state]].join(' · ')
        const next = `${line} ${message.why ?? ''}`
        if (next === drawn) return
        drawn = next
        const failed = message.state === 'failed'
        about.className = failed ? 'about bad' : 'about'
        about.textContent = failed ? [line, message.why].filter(Boolean).join(' — ') : line
        if (!failed) return
        const retry = document.createElement('button')
        retry.type = 'button'
        retry.className = 'again'
        retry.textContent = words.again
        retry.addEventListener('click', () => void again().then(() => field.focus()))
        about.append(' ', retry)
      },
    }
  }

  /** The hour alone, today; the day with it, before. */
  function hourOf(at) {
    const then = new Date(at)
    const isToday = then.toDateString() === new Date().toDateString()
    return isToday ? hour.format(then) : `${day.format(then)}, ${hour.format(then)}`
  }

  /** Addresses become links that carry nothing of this page along; everything else stays text. */
  function linked(text) {
    return text.split(/(https:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, at) => {
      if (at % 2 === 0 || !URL.canParse(part)) return part
      const link = document.createElement('a')
      link.href = part
      link.target = '_blank'
      link.rel = 'nofollow ugc noopener noreferrer'
      link.textContent = part
      link.title = words.opensNew
      return link
    })
  }

  /** Tells the page how many answers were not seen. */
  function notice() {
    const answers = said.filter(({ from }) => from === 'company')
    if (visible) {
      const newest = answers.at(-1)?.seq ?? 0
      if (newest > kept.seen) {
        kept.seen = newest
        keep()
      }
    }
    toParent({ vigie: 'unread', n: answers.filter(({ seq }) => seq > kept.seen).length })
  }

  function toParent(message) {
    if (parentOrigin) parent.postMessage(message, parentOrigin)
  }

  function tell(place, text) {
    if (place.textContent !== text) place.textContent = text
  }

  // —— What the visitor does ——

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    const over = [...text].length - textMax
    if (over > 0) return tell(note, words.tooLong.replace('{n}', String(over)))
    if (text === '') return
    tell(note, '')
    field.value = ''
    write(text)
    log.scrollTop = log.scrollHeight
    field.focus()
  })

  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })

  card.addEventListener('submit', (event) => {
    event.preventDefault()
    const [name, email] = [byId('name').value.trim(), byId('email').value.trim()]
    if (email !== '' && !byId('email').checkValidity()) {
      tell(byId('wrong'), words.wrongEmail)
      byId('email').focus()
      return
    }
    doneWithCard()
    if (name === '' && email === '') return
    kept.waiting.push({
      id: newId(),
      text: [name, email].filter(Boolean).join(' · '),
      card: { name, email },
      at: new Date().toISOString(),
      state: 'sending',
    })
    keep()
    draw()
    send()
  })

  byId('not-now').addEventListener('click', doneWithCard)

  function doneWithCard() {
    kept.cardShown = true
    keep()
    card.hidden = true
    field.focus()
  }

  byId('erase').addEventListener('click', () => {
    byId('sure').hidden = false
    byId('erase-no').focus()
  })
  byId('erase-no').addEventListener('click', () => {
    byId('sure').hidden = true
    byId('erase').focus()
  })
  byId('erase-yes').addEventListener('click', async () => {
    try {
      const answer = await ask('', { method: 'DELETE' })
      if (!answer.ok) throw new Error(String(answer.status))
    } catch {
      return tell(note, words.offline)
    }
    kept = structuredClone(NOTHING)
    said = []
    last = 0
    shown.clear()
    list.replaceChildren()
    try {
      localStorage.removeItem(store)
    } catch {
      // Nothing was kept.
    }
    toParent({ vigie: 'erased' })
    byId('sure').hidden = true
    byId('privacy').open = false
    card.hidden = true
    draw()
    tell(note, words.erased)
    field.focus()
  })

  byId('close').addEventListener('click', () => toParent({ vigie: 'close' }))
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') toParent({ vigie: 'close' })
  })
  addEventListener('online', () => void again())
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !data) return
    parentOrigin = origin
    const brought = ownStore || kept.secret !== '' ? null : soundly(data.kept)
    if (brought) {
      kept = brought
      void again()
    }
    if (data.vigie === 'cannot-keep') cannotKeep()
    if (data.vigie === 'open') {
      visible = true
      field.focus()
      log.scrollTop = log.scrollHeight
    }
    if (data.vigie === 'closed') visible = false
    notice()
  })

  log.addEventListener('scroll', () => {
    wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60
  })
  // The card and the notice take room from it: what was read last stays in sight.
  new ResizeObserver(() => {
    if (wasAtEnd) log.scrollTop = log.scrollHeight
  }).observe(log)

  function byId(id) {
    return document.getElementById(id)
  }

  draw()
  if (kept.secret !== '') void again()
})()
