import type { App } from '../plugins/shapes.ts'

export function docsRoutes(app: App): void {
  app.get('/openapi.json', async () => app.openApi())
}
