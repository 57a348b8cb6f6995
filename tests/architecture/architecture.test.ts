import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { moduleOf, root, type SourceFile, sourceFiles, isForTests } from './source-files.ts'

const files = sourceFiles()
const modules = [...new Set(files.flatMap(({ file }) => moduleOf(file) ?? []))]
const connectors = readdirSync(path.join(root, 'src/connectors')).filter(
  (name) => !name.startsWith('_'),
)

const breaches = (find: (file: SourceFile) => string[]) =>
  files.flatMap((source) => find(source).map((what) => `${source.file}: ${what}`))

describe('the house', () => {
  it('keeps every business word out of src/platform', () => {
    const found = breaches(({ file, imports }) =>
      file.startsWith('src/platform/')
        ? imports
            .map((i) => i.target)
            .filter((t) => /^src\/(domain|main|web|sandbox|connectors)\//.test(t))
        : [],
    )
    expect(found).toEqual([])
  })

  it('lets modules speak to each other through index.ts only (and the shapes of api.ts)', () => {
    const found = breaches(({ file, imports }) => {
      const own = moduleOf(file)
      if (!own) return []
      return imports
        .map((i) => i.target)
        .filter((target) => {
          const other = moduleOf(target)
          return other !== undefined && other !== own && !/\/(index|api)\.ts$/.test(target)
        })
    })
    expect(found).toEqual([])
  })

  it('leaves to specifications what they share', () => {
    const found = breaches(({ imports }) =>
      imports.map(({ target }) => target).filter((target) => isForTests(target)),
    )
    expect(found).toEqual([])
  })

  it('has no cycle between modules', () => {
    const calls = new Map(modules.map((name) => [name, new Set<string>()]))
    for (const { file, imports } of files) {
      const own = moduleOf(file)
      for (const { target, typeOnly } of imports) {
        const other = moduleOf(target)
        if (own && other && other !== own && !typeOnly && !target.endsWith('/api.ts'))
          calls.get(own)?.add(other)
      }
    }
    expect(cycles(calls)).toEqual([])
  })

  it('has no cycle between files: of two that need each other, what both need is a third', () => {
    const known = new Set(files.map(({ file }) => file))
    const calls = new Map(
      files.map(({ file, imports }) => [
        file,
        new Set(imports.map(({ target }) => target).filter((target) => known.has(target))),
      ]),
    )
    expect(cycles(calls)).toEqual([])
  })

  it('lets a module write SQL on its own tables only', () => {
    const owners = tableOwners()
    const found = breaches(({ file, text }) => {
      const own = moduleOf(file)
      if (!own) return []
      return [
        ...text.matchAll(/(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin)\(\s*'(\w+)/g),
      ]
        .map(([, table = '']) => table)
        .filter((table) => owners.has(table) && owners.get(table) !== own)
        .map((table) => `${table} belongs to ${owners.get(table)}`)
    })
    expect(found).toEqual([])
  })

  it('never names a network outside its own folder', () => {
    const named = new RegExp(`['"\`](${connectors.join('|')})['"\`]`)
    const found = breaches(({ file, text }) => {
      if (file.startsWith('src/connectors/') || file.startsWith('src/sandbox/')) return []
      const hit = named.exec(text)
      return hit ? [`names ${hit[0]}`] : []
    })
    expect(found).toEqual([])
  })

  it('gives a connector its contract and a few tools, and nothing of the desk', () => {
    // `_meta` and the like: what several networks of one house share, under the same rules as they are.
    const allowed =
      /^src\/(connectors\/_[a-z]+|platform\/(text|clock|fetch|log|mail\/(courier|mailbox))|web\/(ui|charts|shell))/
    const found = breaches(({ file, imports }) => {
      const own = /^src\/connectors\/([^/]+)\//.exec(file)?.[1]
      if (!own || own === '_contract') return []
      return imports
        .map((i) => i.target)
        .filter(
          (t) =>
            t.startsWith('src/') && !t.startsWith(`src/connectors/${own}/`) && !allowed.test(t),
        )
    })
    expect(found).toEqual([])
  })

  it('keeps the server out of the browser: screens import types, and connectors’ text rules and previews', () => {
    const found = breaches(({ file, imports }) =>
      file.startsWith('src/web/')
        ? imports
            .filter(
              ({ target, typeOnly }) =>
                /^src\/(domain|platform|main|sandbox)\//.test(target) && !typeOnly,
            )
            .map((i) => i.target)
            .filter((t) => t !== 'src/platform/text.ts')
        : [],
    )
    expect(found).toEqual([])
  })

  it('explains every module in a README', () => {
    const silent = modules.filter(
      (name) => !existsSync(path.join(root, 'src/domain', name, 'README.md')),
    )
    expect(silent).toEqual([])
  })
})

/** Cycles as `a → b → a`, in the order of the alphabet: none is found only where there is none. */
function cycles(calls: Map<string, Set<string>>): string[] {
  const found = new Set<string>()
  const walked = new Set<string>()
  const walk = (name: string, trail: string[]) => {
    const at = trail.indexOf(name)
    if (at >= 0) {
      const loop = trail.slice(at)
      const first = loop.indexOf([...loop].sort()[0] ?? '')
      const turned = [...loop.slice(first), ...loop.slice(0, first)]
      found.add([...turned, turned[0]].join(' → '))
      return
    }
    if (walked.has(name)) return
    for (const next of calls.get(name) ?? []) walk(next, [...trail, name])
    walked.add(name)
  }
  for (const name of calls.keys()) walk(name, [])
  return [...found].sort()
}

/** Which module owns a table: the one whose `tables.ts` declares it. */
function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>()
  for (const name of modules) {
    const file = path.join(root, 'src/domain', name, 'tables.ts')
    if (!existsSync(file)) continue
    for (const [, table = ''] of readFileSync(file, 'utf8').matchAll(/^ {2}(\w+): ?[{A-Z]/gm))
      owners.set(table, name)
  }
  return owners
}
