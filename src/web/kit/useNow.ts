import { useEffect, useState } from 'react'
import { minuteMilliseconds, now } from '../time.ts'

/** The present, epoch milliseconds, anew every minute. */
export function useNow(): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const tick = setInterval(() => setAt(now()), minuteMilliseconds)
    return () => clearInterval(tick)
  }, [])
  return at
}
