'use strict'

/** Something the person must read; the program ends with it. */
class Stop extends Error {
  /** @param {{ en: string, fr: string }} words */
  constructor(words) {
    super(words.en)
    this.words = words
  }
}

/** Writes a line on stderr, in French when the terminal's language is. */
function say(words) {
  process.stderr.write(`${inLanguage(words, process.env)}\n`)
}

function inLanguage(words, env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^fr/i.test(locale) ? words.fr || words.en : words.en
}

/**
 * Announces a long step, then says every few seconds that it goes on, and how long it took.
 * @param {{ en: string, fr: string }} step such as “Installing dependencies”; what stands in
 *   parentheses is said once
 * @param {() => Promise<T>} work
 * @param {number} everyMs
 * @returns {Promise<T>}
 * @template T
 */
async function during(step, work, everyMs = 5000) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const short = (text) => text.replace(/ \(.*\)$/, '')
  say({ en: `${step.en}…`, fr: `${step.fr}…` })
  const timer = setInterval(() => {
    say({
      en: `  ${short(step.en)}: ${seconds()} s so far`,
      fr: `  ${short(step.fr)} : déjà ${seconds()} s`,
    })
  }, everyMs)
  try {
    const result = await work()
    say({ en: `  done in ${seconds()} s`, fr: `  terminé en ${seconds()} s` })
    return result
  } finally {
    clearInterval(timer)
  }
}

module.exports = { Stop, during, inLanguage, say }
