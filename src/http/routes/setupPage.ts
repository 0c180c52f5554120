import { z } from 'zod'
import type { Context } from '../../context.ts'
import { firstPerson } from '../../contract/sessions.ts'
import { LOGIN_KINDS } from '../../domain/person.ts'
import { setUp } from '../../operations/setup.ts'
import { html, htmlPage } from '../html.ts'
import type { App } from '../plugins/shapes.ts'

const formBytesMax = 10_000
const open = { public: true }

const link = z.object({ token: z.string().max(100).default('') })

/** The page behind the one-time link of a new house: a form that works without script. */
export function setupPageRoutes(app: App, context: Context): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formBytesMax },
    (_, text: string, done) => done(null, Object.fromEntries(new URLSearchParams(text))),
  )

  app.get('/setup', { config: open, schema: { querystring: link } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(formPage(request.query.token)),
  )

  app.post(
    '/setup',
    {
      config: { ...open, rateLimit: { max: app.settings.loginAttemptsMax, timeWindow: '5 minutes' } },
      schema: { body: firstPerson },
    },
    async (request, reply) => {
      await setUp(context, request.body)
      return reply.type('text/html; charset=utf-8').send(donePage)
    },
  )
}

const formPage = (token: string) =>
  htmlPage(
    'Jishi 机时',
    html`<h1>Jishi 机时</h1>
      <p>第一位用户，站点管理员 · The first person, who is site admin</p>
      <form method="post" action="/setup">
        <input type="hidden" name="token" value="${token}" />
        <label>姓名 · Name <input name="name" required maxlength="200" autocomplete="name" /></label>
        <label
          >登录方式 · Log in with
          <select name="loginKind">
            ${LOGIN_KINDS.map(kind => html`<option>${kind}</option>`)}
          </select></label
        >
        <label>账号 · Login <input name="login" required maxlength="254" autocomplete="username" /></label>
        <label
          >密码 · Password
          <input
            name="password"
            type="password"
            required
            minlength="10"
            maxlength="200"
            autocomplete="new-password"
        /></label>
        <button>建立 · Set up</button>
      </form>`,
  )

const donePage = htmlPage(
  'Jishi 机时',
  html`<h1>Jishi 机时</h1>
    <p>已建立，请<a href="/">登录</a>。 · Done: <a href="/">log in</a>.</p>`,
)
