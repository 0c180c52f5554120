import { useEffect, useState } from 'react'
import { usePhoto } from '../../api/queries/instruments.ts'

interface PhotoProps {
  readonly instrumentId: string
  readonly updatedAt: string | null
  /** Says what is seen. */
  readonly label: string
}

/** The photo of an instrument, fetched as the reader, for it is not open to everybody. */
export function Photo({ instrumentId, updatedAt, label }: PhotoProps) {
  const content = usePhoto(instrumentId, updatedAt).data
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (content === undefined) return
    const made = URL.createObjectURL(content)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return url === null ? null : <img className="photo" src={url} alt={label} />
}
