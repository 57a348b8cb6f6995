import { expect, test } from 'vitest'
import { setup } from './scratch.ts'
import { run, scratch } from './scratch.ts'

const { npmEnv } = setup<{
  npmEnv(env: Record<string, string>, node: string): Record<string, string>
}>('npm.cjs')

test('what an outer npm left in the environment does not bend the installation', () => {
  const env = npmEnv(
    {
      PATH: '/usr/bin',
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      npm_config_global: 'true',
      npm_config_ignore_scripts: 'false',
      npm_package_name: 'vigie',
      npm_lifecycle_event: 'start',
      npm_config_registry: 'https://npm.atelier-morel.example/',
    },
    '/opt/node24/bin/node',
  )
  expect(env).toEqual({
    PATH: expect.stringMatching(/^\/opt\/node24\/bin.\/usr\/bin$/),
    npm_config_engine_strict: 'false',
    npm_config_registry: 'https://npm.atelier-morel.example/',
  })
})

test('a registry that cannot be reached is said in a sentence', async () => {
  const root = scratch({
    'package.json': { dependencies: { fastify: '5.12.8' } },
    'package-lock.json': {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { fastify: '5.12.8' } },
        'node_modules/fastify': {
          version: '5.12.8',
          resolved: 'https://registry.npmjs.org/fastify/-/fastify-5.12.8.tgz',
          integrity: 'sha512-bm90aGluZw==',
        },
      },
    },
  })
  const script = new URL('./npm.cjs', import.meta.url).pathname
  const program = `require(${JSON.stringify(script)})
    .runNpm(process.execPath, ['ci', '--fetch-retries=0', '--cache=' + process.argv[1]], process.argv[1])
    .catch((stop) => console.log(stop.words.en, stop.words.fr))`
  const env = { npm_config_registry: 'http://127.0.0.1:9/', NODE_OPTIONS: '' }
  const { output } = await run(process.execPath, ['-e', program, root], { env }).ended
  expect(output).toContain('ECONNREFUSED')
  expect(output).toContain('The npm registry cannot be reached from here.')
  expect(output).toContain('Le registre npm est injoignable d’ici.')
})
