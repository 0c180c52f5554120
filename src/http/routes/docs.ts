import type { App } from '../plugins/shapes.ts'

export function docsRoutes(app: App): void {
  app.get('/openapi.json', { config: { public: true } }, async () => app.openApi())
}
