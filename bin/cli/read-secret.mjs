/**
 * One line that is not shown while it is typed; from a pipe, the first line of it.
 * @param {{ input: NodeJS.ReadStream, err: (text: string) => void }} terminal
 * @param {string} question
 * @returns {Promise<string>} without blanks around it; '' when nothing came
 */
export async function readSecret({ input, err }, question) {
  err(question)
  input.setRawMode?.(true)
  try {
    return await firstLine(input)
  } finally {
    input.setRawMode?.(false)
    input.pause?.()
  }
}

const CONTROL_C = '\u0003'
const RUB_OUT = /[\b\u007f]/

async function firstLine(input) {
  let line = ''
  input.setEncoding?.('utf8')
  for await (const part of input) {
    for (const letter of String(part)) {
      if (letter === CONTROL_C) return ''
      if (letter === '\n' || letter === '\r') return line.trim()
      line = RUB_OUT.test(letter) ? line.slice(0, -1) : line + letter
    }
  }
  return line.trim()
}
