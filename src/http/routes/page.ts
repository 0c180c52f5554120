import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { html, htmlPage } from '../html.ts'
import type { App } from '../plugins/shapes.ts'

/** Where `npm run build` puts the page; the bundles and images of a release carry it built. */
export const builtPageFolder = fileURLToPath(new URL('../../../dist/web', import.meta.url))

const entry = 'index.html'
const open = { config: { public: true } }

/** Build tools put a digest into the name of each file in `assets`: what has a name never changes. */
const namedForGood = { immutable: true, maxAge: '365d' }

/** First steps of paths that are never the page's own: what is missing there is missing. */
const served = /^\/(?:api|assets|docs|healthz|metrics|openapi\.json|pages\.css|readyz)(?:\/|$)/u

/** A file at the top of the folder, such as an icon. Nothing else lies there, and nothing is hidden. */
const topFile = /^\/([\w-]+\.[a-z0-9]+)$/u

/** Whether the page was built into `folder`; asked at each request, for it may be built meanwhile. */
export const isPageBuilt = (folder: string): boolean => existsSync(join(folder, entry))

/**
 * The page: one file that routes by itself in the browser, so that every address which nothing else serves
 * answers with it. Missing assets and unknown addresses of the API stay 404: a browser that asks for a script
 * of the release before must not be handed a page.
 */
export async function pageRoutes(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    suppressWarning: true,
  })

  app.get('/assets/*', open, (request, reply) => {
    const { '*': name } = request.params as { readonly '*': string }
    return reply.sendFile(`assets/${name}`, namedForGood)
  })

  app.get('/*', open, (request, reply) => {
    const path = new URL(request.url, 'http://page').pathname
    if (served.test(path)) return reply.callNotFound()
    void reply.header('cache-control', 'no-cache')
    const file = topFile.exec(path)?.[1]
    if (file !== undefined && existsSync(join(folder, file))) {
      return reply.sendFile(file, { cacheControl: false })
    }
    // A browser's address line says what it wants; a script, an image or a program is told that it errs.
    const wantsPage = path === '/' || request.headers.accept?.includes('text/html') === true
    if (!wantsPage) return reply.callNotFound()
    if (isPageBuilt(folder)) return reply.sendFile(entry, { cacheControl: false })
    return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
  })
}

const notBuilt = htmlPage(
  'Jishi 机时',
  html`<h1>Jishi 机时</h1>
    <p>网页尚未构建。请在安装目录运行 <code>npm run build</code>，然后刷新。</p>
    <p>The page is not built. Run <code>npm run build</code> where the service is installed, then reload.</p>
    <p>The API works without it: <a href="/docs">/docs</a>.</p>`,
)
