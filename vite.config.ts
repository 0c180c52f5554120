import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const built = fileURLToPath(new URL('dist/web', import.meta.url))

/** The page: built once into `dist/web`, from which the server sends it as it is. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['zh-CN', 'zh-TW', 'en-US', 'en-CA'] }), enforce: 'pre' },
    withoutNode(),
    compressed(),
  ],
  build: {
    outDir: built,
    emptyOutDir: true,
    target: 'es2022',
    // Files inlined as data would be script and style from elsewhere to a strict policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
})

/** Fails where a module of the server comes along: a browser has none of Node, and the page stays light. */
function withoutNode(): Plugin {
  return {
    name: 'without-node',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source.startsWith('node:')) this.error(`${importer} would bring ${source} into the page`)
      return null
    },
  }
}

/** Puts a brotli and a gzip file beside each that is worth it, so that the server compresses nothing. */
function compressed(): Plugin {
  let folder = built
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: () => {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      for (const name of names.filter(each => /\.(?:js|css|html|svg)$/u.test(each))) {
        const content = readFileSync(`${folder}/${name}`)
        writeFileSync(`${folder}/${name}.br`, brotliCompressSync(content))
        writeFileSync(`${folder}/${name}.gz`, gzipSync(content))
      }
    },
  }
}
