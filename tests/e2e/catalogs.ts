import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../src')

/** The sentences of the screens in English, but those that are the same in French. */
export async function englishSentences(): Promise<Set<string>> {
  const sentences = new Set<string>()
  for await (const file of glob('**/locales/fr.po', { cwd: folder })) {
    const catalog = await readFile(path.join(folder, file), 'utf8')
    for (const [, english = '""', french] of catalog.matchAll(/^msgid (".*")\nmsgstr (".*")$/gm)) {
      if (english !== french) sentences.add(JSON.parse(english) as string)
    }
  }
  return sentences
}
