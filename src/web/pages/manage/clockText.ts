const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u

/** Whether a time of day is written as the service reads it; 24:00 is the end of the day. */
export const isTime = (written: string) => clock.test(written)

/** `930`, `9:30` and full-width digits mean what they seem to mean; what cannot be read stays as typed. */
export function timeOf(typed: string): string {
  const plain = typed.normalize('NFKC').replaceAll(/\s/gu, '')
  const [, hours, minutes = '00'] = /^(\d{1,2})(?::?(\d{2}))?$/u.exec(plain) ?? []
  return hours === undefined ? typed : `${hours.padStart(2, '0')}:${minutes}`
}
