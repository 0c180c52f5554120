/**
 * The world failed a write: disk, network, a lock that two kept taking from each other. Nothing is wrong with
 * the request; it may be sent again, with its Idempotency-Key where the connection broke on the commit
 * itself.
 */
export class WriteFailed extends Error {
  constructor(cause: unknown) {
    super('the write was not acknowledged and may be tried again', { cause })
    this.name = 'WriteFailed'
  }
}

const sqliteCodes = /^SQLITE_(?:BUSY|FULL|IOERR|NOMEM)/

/** Serialization failure and deadlock, lost connections, full disk and memory, a server that shuts down. */
const postgresCodes = /^(?:40001|40P01|25P03|08...|53...|57P0.|58...)$/

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** The PostgreSQL driver gives these no code. */
const driverMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

/** Tells whether an error of a driver says that the world failed, not the statement. */
export function isOfTheWorld(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return (
    sqliteCodes.test(code) ||
    postgresCodes.test(code) ||
    networkCodes.has(code) ||
    driverMessages.test(error.message)
  )
}
