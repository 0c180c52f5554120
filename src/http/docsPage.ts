import { html, htmlPage, type Markup } from './html.ts'
import type { JsonSchema } from './plugins/components.ts'
import type { OpenApi, Operation } from './plugins/openapi.ts'

interface Entry {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The API description as one page that needs no script and no other host. */
export function docsPage(api: OpenApi): string {
  const entries = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  const tags = [...new Set(entries.flatMap(entry => entry.operation.tags))].toSorted()
  return htmlPage(
    `${api.info.title} API`,
    html`<h1>${api.info.title} API</h1>
      <p>${api.info.description}</p>
      <p class="faint">OpenAPI ${api.openapi}: <a href="/openapi.json">/openapi.json</a></p>
      <nav>
        <ul>
          ${tags.map(tag => html`<li><a href="#${tag}">${tag}</a></li>`)}
          <li><a href="#shapes">shapes</a></li>
        </ul>
      </nav>
      ${tags.map(tag => sectionOf(tag, entries))}
      <h2 id="shapes">shapes</h2>
      ${Object.entries(api.components.schemas).map(([name, schema]) => shapeOf(name, schema))}`,
  )
}

const sectionOf = (tag: string, entries: readonly Entry[]): Markup =>
  html`<h2 id="${tag}">${tag}</h2>
    ${entries.filter(entry => entry.operation.tags.includes(tag)).map(operationOf)}`

function operationOf({ method, path, operation }: Entry): Markup {
  const open = operation.security.length === 0 ? ' · without log-in' : ''
  const body = operation.requestBody
  return html`<article id="${operation.operationId}">
    <h3><code class="method">${method.toUpperCase()}</code><code>${path}</code></h3>
    <p>${operation.summary}<span class="faint">${open}</span></p>
    ${operation.description === undefined ? '' : html`<p>${operation.description}</p>`}
    ${operation.parameters.length === 0 ? '' : parametersOf(operation)}
    ${body === undefined ? '' : html`<p>Body: ${contentOf(body.content)}</p>`}
    <table>
      <tbody>
        ${Object.entries(operation.responses).map(
          ([status, reply]) =>
            html`<tr>
              <th>${status}</th>
              <td>${reply.description}</td>
              <td>${contentOf(reply.content ?? {})}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`
}

const parametersOf = ({ parameters }: Operation): Markup =>
  html`<table>
    <thead>
      <tr>
        <th>Parameter</th>
        <th>In</th>
        <th>Shape</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${parameters.map(
        each =>
          html`<tr>
            <td>
              <code>${each.name}</code>${each.required ? '' : html` <span class="faint">optional</span>`}
            </td>
            <td>${each.in}</td>
            <td>${briefOf(each.schema)}</td>
            <td>${each.description ?? ''}</td>
          </tr>`,
      )}
    </tbody>
  </table>`

const contentOf = (content: Readonly<Record<string, { readonly schema: JsonSchema }>>): Markup =>
  html`${Object.entries(content).map(
    ([type, { schema }]) => html`${briefOf(schema)} <span class="faint">${type}</span>`,
  )}`

function briefOf(schema: JsonSchema): Markup {
  const ref = schema['$ref']
  if (typeof ref !== 'string') return html`<code>${JSON.stringify(schema)}</code>`
  const name = ref.slice(ref.lastIndexOf('/') + 1)
  return html`<a href="#shape-${name}">${name}</a>`
}

function shapeOf(name: string, schema: JsonSchema): Markup {
  const { properties } = schema
  const required = new Set(schema.required)
  if (properties === undefined)
    return html`<article id="shape-${name}">
      <h3>${name}</h3>
      ${briefOf(schema)}
    </article>`
  const rows = Object.entries(properties).map(
    ([field, inner]) =>
      html`<tr>
        <td><code>${field}</code>${required.has(field) ? '' : html` <span class="faint">optional</span>`}</td>
        <td>${briefOf(inner)}</td>
      </tr>`,
  )
  return html`<article id="shape-${name}">
    <h3>${name}</h3>
    <table>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </article>`
}
