import type { Test } from 'tap'
import { SITE_ID } from '../../src/domain/appointing.ts'
import type { Engine } from '../../src/store/database.ts'
import { siteOn } from '../operations/site.ts'
import { anApp } from '../support/http.ts'

/** The first version of a thing, as its editor has seen it. */
export const seenFirst = { 'if-match': '"1"' }

/** The web app over a site that has one admin and one institution with an admin of its own. */
export async function aServedSite(t: Test, engine: Engine) {
  const served = await anApp(t, engine)
  const site = siteOn(served.context)
  const siteAdmin = await site.person({ name: '站长' })
  await site.appoint(siteAdmin, 'site-admin', 'site', SITE_ID)
  const home = await site.institution({ name: '甲所' })
  const admin = await site.staff(home, { name: '甲管' })
  await site.appoint(admin, 'institution-admin', 'institution', home)
  return { ...site, ...served, siteAdmin, home, admin }
}
