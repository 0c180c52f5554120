import {
  IMPORT_MEDIA_TYPES,
  importBody,
  importQuery,
  importReport,
  templateFile,
  templateParams,
  templateQuery,
} from '../../contract/imports.ts'
import { currency, institution } from '../../contract/imports/keys.ts'
import { importBytesMax } from '../../contract/imports/limits.ts'
import { type ImportFile, readImport } from '../../contract/imports/read.ts'
import { csvTemplate, xlsxTemplate } from '../../contract/imports/templates.ts'
import { zone } from '../../contract/imports/times.ts'
import { languageFor } from '../../contract/messages/languages.ts'
import type { Meaning } from '../../contract/imports/cells.ts'
import type { ImportDefaults } from '../../domain/imports.ts'
import { refuse } from '../../domain/refusal.ts'
import { type Role, ROLES_BY_VERB } from '../../domain/roles.ts'
import { runImport } from '../../operations/imports/run.ts'
import { todayOf } from '../../operations/perform.ts'
import { appointmentsOf } from '../../store/actors.ts'
import { callerOf } from '../plugins/actor.ts'
import type { App, Routes } from '../plugins/shapes.ts'
import { presentImport } from '../presenters/imports.ts'

const tags = ['imports']

/**
 * A dry run is one transaction, and on SQLite other writers wait for it: longer files go in parts, or by
 * `jishi`.
 */
const dryRunRowsMax = 5_000

/** Files are read as bodies here only, so that no other route takes twenty megabytes. */
export const importRoutes: Routes = (app, context) => {
  void app.register(async (files: App) => {
    files.addContentTypeParser(
      [...IMPORT_MEDIA_TYPES],
      { parseAs: 'buffer', bodyLimit: importBytesMax },
      (_request, content, done) => done(null, content),
    )
    addImport(files, context)
    addTemplate(files)
  })
}

const addImport: Routes = (app, context) => {
  app.post(
    '/imports',
    {
      bodyLimit: importBytesMax,
      // Before the file is read: reading is work, and not everybody may ask for it.
      preParsing: async (request, _reply, payload) => {
        const { noun } = request.query as { readonly noun?: string }
        const verb = noun === 'instruments' ? 'import.instruments' : 'import.run'
        const { personId } = callerOf(request)
        const held = await appointmentsOf(context.db.read, personId, todayOf(context))
        const mayDo: readonly Role[] = ROLES_BY_VERB[verb]
        // Where the role holds is for each row to find out: its operation refuses what is another's.
        if (!held.some(({ role }) => mayDo.includes(role))) refuse({ code: 'not-allowed', verb, mayDo })
        return payload
      },
      schema: {
        operationId: 'importFile',
        summary: 'Import the rows of a file, or try it',
        description:
          'Each row goes through the operation of its noun. Good rows are kept, faulty ones are told by ' +
          'row; what is there already and says nothing new changes nothing, so that a mended file can be ' +
          'sent again.',
        tags,
        querystring: importQuery,
        body: importBody,
        response: { 200: importReport },
      },
    },
    async request => {
      const { noun, dryRun = false } = request.query
      const defaults = defaultsOf(request.query)
      const file = await readImport(request.body, { ...(noun !== undefined && { noun }), defaults })
      if (dryRun && rowsOf(file) > dryRunRowsMax) {
        refuse({ code: 'invalid-value', field: 'dryRun', fault: 'too-many-rows' })
      }
      const parts = file.imports.map(({ sheet, ...part }) => ({ ...part, origin: sheet }))
      const report = await runImport(context, request.actor, parts, { dryRun })
      return presentImport(report, file, languageFor(request.headers['accept-language']))
    },
  )
}

const rowsOf = (file: ImportFile) => file.imports.reduce((sum, { imported }) => sum + imported.rows.length, 0)

type Query = Partial<Record<'institution' | 'alliance' | 'zone' | 'currency' | 'source', string>>

function defaultsOf(query: Query): ImportDefaults {
  const { alliance, source } = query
  return {
    ...(query.institution !== undefined && {
      institution: meant('institution', institution(query.institution)),
    }),
    ...(query.zone !== undefined && { zone: meant('zone', zone(query.zone)) }),
    ...(query.currency !== undefined && { currency: meant('currency', currency(query.currency)) }),
    ...(alliance !== undefined && { alliance }),
    ...(source !== undefined && { source }),
  }
}

function meant<Value>(field: string, read: Meaning<Value>): Value {
  return 'value' in read ? read.value : refuse({ code: 'invalid-value', field, fault: read.fault })
}

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: IMPORT_MEDIA_TYPES[1] } as const

function addTemplate(app: App) {
  app.get(
    '/imports/templates/:noun',
    {
      schema: {
        operationId: 'getImportTemplate',
        summary: 'An empty table to fill in and import',
        tags,
        params: templateParams,
        querystring: templateQuery,
        response: { 200: templateFile },
      },
    },
    async (request, reply) => {
      const { noun } = request.params
      const { format = 'xlsx', lang = languageFor(request.headers['accept-language']) } = request.query
      const content = format === 'csv' ? Buffer.from(csvTemplate(noun, lang)) : await xlsxTemplate(noun, lang)
      reply.header('content-disposition', `attachment; filename="${noun}.${format}"`).type(mediaTypes[format])
      return reply.send(content)
    },
  )
}
