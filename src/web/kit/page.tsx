import { type ReactNode, useEffect } from 'react'
import { useTitle } from '../words/title.ts'

interface PageProps {
  readonly title: string
  /** A line beneath the title. */
  readonly detail?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One page: its title in the tab and on top, its main actions beside. */
export function Page({ title, detail, actions, children }: PageProps) {
  const site = useTitle()
  useEffect(() => {
    document.title = `${title} · ${site}`
  }, [title, site])
  return (
    <div className="page stack">
      <div className="row-apart">
        <div>
          <h1>{title}</h1>
          {detail !== undefined && <p className="quiet">{detail}</p>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export const Section = ({ title, actions, children }: SectionProps) => (
  <section className="stack-tight" aria-label={title}>
    <div className="row-apart">
      <h2>{title}</h2>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
    {children}
  </section>
)

/** A wide table in a box of its own that scrolls, so that the page never does. */
export const ScrollBox = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // A box that scrolls must be reached by the keyboard.
  <div className="scroll-box" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
