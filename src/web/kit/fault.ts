/**
 * How a field is told of its fault. Only the service can take its word back, so that a field with one must
 * not hold the form back from asking again, as one would that breaks a rule the browser itself can check.
 */
export const faultProps = (error: string | undefined) =>
  ({ isInvalid: error !== undefined, validationBehavior: error === undefined ? 'native' : 'aria' }) as const
