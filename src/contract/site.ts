import { z } from 'zod'
import { text } from './common.ts'
import { LANGUAGES } from './messages/languages.ts'

const titleCharactersMax = 60
const title = text(titleCharactersMax).regex(/\S/u)

/** A field that is left out stays. */
export const siteChanges = z.strictObject({ title, titleEn: title }).partial().meta({ id: 'SiteChanges' })

/** An account of the demonstration, whose password is no secret. */
const demoAccount = z
  .object({
    role: z.string(),
    login: z.string(),
    password: z.string(),
    person: z.string(),
    institution: z.string(),
    alliance: z.string(),
  })
  .meta({ id: 'DemoAccount' })

/** A step of a scenario: who goes where. What is to be done there, the page says. */
const demoStep = z
  .object({
    scenario: z.string(),
    step: z.string(),
    path: z.string().regex(/^\/(?!\/)/u),
    account: demoAccount,
    about: z.string().nullable().meta({ description: 'The name of what is to be looked for there.' }),
  })
  .meta({ id: 'DemoStep' })

export const demoAccounts = z.array(demoAccount)
export const demoSteps = z.array(demoStep)

const demonstration = z.object({ accounts: demoAccounts, scenarios: demoSteps }).meta({ id: 'Demonstration' })

export type DemonstrationReply = z.output<typeof demonstration>

/** What everybody may know of the site before they log in. */
export const site = z
  .object({
    title: z.string(),
    titleEn: z.string(),
    logo: z.boolean().meta({ description: 'Whether there is one at `/site/logo`.' }),
    demo: demonstration.nullable().meta({ description: 'Only in a demonstration: the ways in.' }),
    languages: z.array(z.enum(LANGUAGES)),
    zone: z.string().meta({ description: 'By whose dates people belong and are appointed: an IANA zone.' }),
    isSetUp: z.boolean().meta({ description: 'False while nobody has been entered: see `POST /setup`.' }),
    version: z.int().meta({ description: 'Of the titles; 0 before they were first set.' }),
  })
  .meta({ id: 'Site' })

export type SiteReply = z.input<typeof site>
