import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
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
    { ...optimizeLocales.vite({ locales: ['zh-CN', 'zh-TW', 'en-US'] }), enforce: 'pre' },
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

/** Puts a brotli and a gzip file beside each that is worth it, so that the server compresses nothing. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle: () => {
      const names = readdirSync(built, { recursive: true, encoding: 'utf8' })
      for (const name of names.filter(each => /\.(?:js|css|html|svg)$/u.test(each))) {
        const content = readFileSync(`${built}/${name}`)
        writeFileSync(`${built}/${name}.br`, brotliCompressSync(content))
        writeFileSync(`${built}/${name}.gz`, gzipSync(content))
      }
    },
  }
}
