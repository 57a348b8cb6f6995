import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { networksTable } from '#connectors/_contract/suite/networks-table.ts'

// The table of docs/networks.md as the folders say it now, those outside this project included.
const { positionals } = parseArgs({ allowPositionals: true })
const root = path.resolve(positionals[0] ?? path.join(import.meta.dirname, '../src/connectors'))
process.stdout.write(networksTable((await loadConnectors(root)).values(), root))
