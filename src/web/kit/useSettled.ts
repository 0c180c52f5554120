import { useEffect, useState } from 'react'

const restMilliseconds = 300

/** A value once it has rested for a moment, so that not every keystroke asks the service. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const rest = setTimeout(() => setSettled(value), restMilliseconds)
    return () => clearTimeout(rest)
  }, [value])
  return settled
}
