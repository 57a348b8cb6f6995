import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * What every screen needs in one file, the icons in another, the rest by who shares it: forty small files would
 * wait for one another on a plain HTTP/1.1 connection.
 */
const CHUNKS = [
  {
    name: 'base',
    priority: 2,
    test: /node_modules[\\/](react|react-dom|scheduler|tinykeys|@lingui|@tanstack)[\\/](?!(react-)?virtual)/,
  },
  { name: 'icons', priority: 1, test: /node_modules[\\/]lucide-react/ },
  // What both a switch of the first screen and a list on demand are made of: neither may bring the other along.
  {
    name: 'primitives',
    priority: 2,
    test: /node_modules[\\/]@radix-ui[\\/]react-(compose-refs|context|id|primitive|slot|use-[a-z-]+)[\\/]/,
  },
  {
    name: 'shared',
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 600,
  },
]

/** The browser part: built once into dist/web, served by the desk itself. */
export default defineConfig({
  root: here('./src/web'),
  publicDir: here('./src/web/public'),
  cacheDir: here('./node_modules/.vite'),
  plugins: [
    react(),
    lingui({ cwd: here('.') }),
    babel({
      cwd: here('.'),
      presets: [linguiTransformerBabelPreset(undefined, { cwd: here('.') })],
    }),
    tailwind(),
    compressed(),
  ],
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // Fonts must stay files: inlined, they would be downloaded with every style sheet.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: CHUNKS } },
      treeshake: {
        // Our parts only declare; taking one from an index must not bring its neighbours along.
        moduleSideEffects: [
          { test: /src\/web\/(api|charts|keys|shell|ui)\/[^?]+\.tsx?$/, sideEffects: false },
        ],
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // Not all of /api: our own sources live in src/web/api.
    proxy: {
      // The host stays the page's own: the desk refuses what seems to come from another origin.
      '^/api/(v1|docs|connect)': { target: 'http://127.0.0.1:4380', changeOrigin: false },
    },
  },
})

/** Writes `.br` and `.gz` beside each text file once, so that no request pays for compression. */
function compressed(): Plugin {
  return {
    name: 'vigie:compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const file = path.join(dir, name)
        const text = readFileSync(file)
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params }))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}
