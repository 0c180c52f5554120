import type { Context } from '../../context.ts'
import type { App } from '../plugins/shapes.ts'
import { availabilityRoutes } from './availability.ts'
import { bookingRoutes } from './bookings.ts'
import { meRoutes } from './me.ts'
import { sessionRoutes } from './sessions.ts'
import { setupRoutes } from './setup.ts'

/** A route file: adds the routes of one noun, below `/api/v1`. */
export type Routes = (app: App, context: Context) => void

/** Every noun of the API, one line each. */
export const ALL_ROUTES: readonly Routes[] = [
  availabilityRoutes,
  bookingRoutes,
  meRoutes,
  sessionRoutes,
  setupRoutes,
]
