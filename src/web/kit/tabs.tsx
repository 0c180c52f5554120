import { type RefObject, useEffect, useRef } from 'react'
import { Link } from 'wouter'

interface Tab {
  readonly href: string
  readonly name: string
  readonly isHere: boolean
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** As wide as the page, where the tabs stand above it. */
  readonly isAbovePage?: boolean
}

/** The pages of one subject, side by side in a row that a phone scrolls. */
export function Tabs({ label, tabs, isAbovePage = false }: TabsProps) {
  const row = useRef<HTMLElement>(null)
  useCurrentInSight(row, tabs.map(({ name, isHere }) => `${name} ${isHere}`).join('|'))
  return (
    <nav ref={row} className={isAbovePage ? 'tabs above-page' : 'tabs'} aria-label={label}>
      {tabs.map(({ href, name, isHere }) => (
        <Link key={href} href={href} className="tab" aria-current={isHere ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** Scrolls a row sideways to what is current in it, at first and whenever `state` changes. */
export function useCurrentInSight(row: RefObject<HTMLElement | null>, state: string): void {
  useEffect(() => {
    const box = row.current
    const current = box?.querySelector('[aria-current], [aria-pressed=true]')
    if (!box || !current) return
    const [around, place] = [box.getBoundingClientRect(), current.getBoundingClientRect()]
    box.scrollLeft += place.left + place.width / 2 - (around.left + around.width / 2)
  }, [row, state])
}
