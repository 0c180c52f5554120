import type { Routes } from '../plugins/shapes.ts'
import { accountRoutes } from './accounts.ts'
import { agreementRoutes } from './agreements.ts'
import { allianceRoutes } from './alliances.ts'
import { appointmentRoutes } from './appointments.ts'
import { availabilityRoutes } from './availability.ts'
import { bookingRoutes } from './bookings.ts'
import { bookingStepRoutes } from './bookingSteps.ts'
import { documentRoutes } from './documents.ts'
import { eventRoutes } from './events.ts'
import { grantRoutes } from './grants.ts'
import { groupRoutes } from './groups.ts'
import { importRoutes } from './imports.ts'
import { institutionRoutes } from './institutions.ts'
import { instrumentRoutes } from './instruments.ts'
import { ledgerRoutes } from './ledgers.ts'
import { meRoutes } from './me.ts'
import { membershipRoutes } from './memberships.ts'
import { outageRoutes } from './outages.ts'
import { personRoutes } from './people.ts'
import { personPartRoutes } from './personParts.ts'
import { photoRoutes } from './photos.ts'
import { policyRoutes } from './policies.ts'
import { poolRoutes } from './pools.ts'
import { projectRoutes } from './projects.ts'
import { reportRoutes } from './reports.ts'
import { runRoutes } from './runs.ts'
import { sessionRoutes } from './sessions.ts'
import { setupRoutes } from './setup.ts'
import { sharingTermRoutes } from './sharingTerms.ts'
import { siteRoutes } from './site.ts'

/** Every noun of the API, one line each. */
export const ALL_ROUTES: readonly Routes[] = [
  accountRoutes,
  agreementRoutes,
  allianceRoutes,
  appointmentRoutes,
  availabilityRoutes,
  bookingRoutes,
  bookingStepRoutes,
  documentRoutes,
  eventRoutes,
  grantRoutes,
  groupRoutes,
  importRoutes,
  institutionRoutes,
  instrumentRoutes,
  ledgerRoutes,
  membershipRoutes,
  meRoutes,
  outageRoutes,
  personPartRoutes,
  personRoutes,
  photoRoutes,
  policyRoutes,
  poolRoutes,
  projectRoutes,
  reportRoutes,
  runRoutes,
  sessionRoutes,
  setupRoutes,
  sharingTermRoutes,
  siteRoutes,
]
