import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Link } from 'wouter'

/** `main` once on a page or dialog; `danger` where something is taken away; `plain` in lists and bars. */
export type ButtonLook = 'usual' | 'main' | 'danger' | 'plain'

interface ButtonProps extends AriaButtonProps {
  readonly look?: ButtonLook
}

export const Button = ({ look = 'usual', ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={`button ${look}`} />
)

interface LinkButtonProps {
  readonly href: string
  readonly look?: ButtonLook
  readonly children: ReactNode
}

/** A link that goes to another page and looks like a button. */
export const LinkButton = ({ href, look = 'usual', children }: LinkButtonProps) => (
  <Link href={href} className={`button ${look}`}>
    {children}
  </Link>
)
