import { parseArgs } from 'node:util'
import { COMMANDS } from './commands.mjs'
import { Refused, Usage } from './desk.mjs'
import { wordsFor } from './words.mjs'

/**
 * Runs one command.
 * @param {string[]} argv
 * @param {{ env: Record<string, string | undefined>, out: (text: string) => void, err: (text: string) => void, input: NodeJS.ReadableStream }} terminal
 * @returns {Promise<number>} 0 done, 1 the desk refused or could not be reached, 2 the command was not understood
 */
export async function run(argv, terminal) {
  const words = wordsFor(terminal.env)
  const [name = 'help', ...rest] = argv
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || rest.includes('--help')) {
    const asked = ['help', '--help', '-h'].includes(name) || rest.includes('--help')
    ;(asked ? terminal.out : terminal.err)(words.help)
    return asked ? 0 : 2
  }
  try {
    const given = read(command, rest)
    await command.run({ ...given, terminal, words })
    return 0
  } catch (error) {
    if (error instanceof Usage) {
      terminal.err(`${error.message}\n\n${words.usage}: vigie ${name} ${command.usage}`)
      return 2
    }
    if (!(error instanceof Refused)) throw error
    terminal.err(error.message)
    return 1
  }
}

function read(command, argv) {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, ...command.options },
    })
    return { options: values, words: undefined, args: positionals }
  } catch (error) {
    throw new Usage(error.message)
  }
}
