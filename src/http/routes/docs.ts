import { readFileSync } from 'node:fs'
import { docsPage } from '../docsPage.ts'
import type { App } from '../plugins/shapes.ts'

const stylesheet = readFileSync(new URL('../pages.css', import.meta.url), 'utf8')
const open = { config: { public: true } }

/** The API description for machines and for people, and the dress of the server's own pages. */
export function docsRoutes(app: App): void {
  app.get('/openapi.json', open, async () => app.openApi())

  app.get('/docs', open, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(app.openApi())),
  )

  app.get('/pages.css', open, async (_, reply) => reply.type('text/css; charset=utf-8').send(stylesheet))
}
