import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export interface Import {
  /** Path from the root for our own files, the package's name otherwise. */
  target: string
  typeOnly: boolean
}

export interface SourceFile {
  /** From the root: `src/domain/inbox/reply.ts`. */
  file: string
  text: string
  imports: Import[]
}

/** Every production source file under `src/`, with what it imports. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !isForTests(name))
    .map((name) => read(path.join('src', name)))
}

/** What specifications of a room share: `testing.ts`, or a folder of that name. */
export const isForTests = (file: string): boolean => /(^|[/-])testing(\/|\.ts$)/.test(file)

function read(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8')
  const imports = [
    ...text.matchAll(/^(?:import|export) (type )?([^'"]*?from )?['"]([^'"]+)['"]/gm),
  ].map(([, type, clause = '', target = '']) => ({
    target: resolve(file, target),
    typeOnly: Boolean(type) || onlyTypes(clause),
  }))
  const lazy = [...text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, target = '']) => ({
    target: resolve(file, target),
    typeOnly: false,
  }))
  return { file, text, imports: [...imports, ...lazy] }
}

/** `import { type A, type B } from …` brings no code either. */
function onlyTypes(clause: string): boolean {
  const names = /\{([^}]*)\}/.exec(clause)?.[1]
  if (!names || /^[^{]*\w+\s*,\s*\{/.test(clause)) return false
  return names.split(',').every((name) => !name.trim() || name.trim().startsWith('type '))
}

function resolve(from: string, target: string): string {
  if (target.startsWith('#')) return path.join('src', target.slice(1))
  if (target.startsWith('.')) return path.join(path.dirname(from), target)
  return target
}

/** `inbox` for `src/domain/inbox/reply.ts`. */
export function moduleOf(file: string): string | undefined {
  return /^src\/domain\/([^/]+)\//.exec(file)?.[1]
}
