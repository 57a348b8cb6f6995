import { existsSync, globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

const root = fileURLToPath(new URL('.', import.meta.url))

/**
 * One catalog per folder, so that a screen or a connector carries its own words.
 * VIGIE_CATALOG=src/web/screens/inbox limits a run to that folder: nothing else is rewritten.
 */
const folders = process.env.VIGIE_CATALOG
  ? [process.env.VIGIE_CATALOG.replace(/\/+$/, '')]
  : [
      'src/web/shell',
      'src/web/ui',
      ...globSync('src/web/screens/*', { cwd: root }),
      ...globSync('src/connectors/*/web', { cwd: root }),
    ].filter((folder) => existsSync(root + folder))

export default defineConfig({
  rootDir: root,
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  catalogs: folders.map((folder) => ({
    path: `<rootDir>/${folder}/locales/{locale}`,
    include: [`<rootDir>/${folder}`],
    exclude: ['**/*.test.ts', '**/*.test.tsx', '**/locales/**'],
  })),
  format: formatter({ lineNumbers: false }),
})
