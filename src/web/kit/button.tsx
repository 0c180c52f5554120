import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Link } from 'wouter'

/** `main` once on a page or dialog; `danger` where something is taken away; `plain` in lists and bars. */
export type ButtonLook = 'usual' | 'main' | 'danger' | 'plain'

interface ButtonProps extends Omit<AriaButtonProps, 'isPending'> {
  readonly look?: ButtonLook
  /** Its work is under way: it keeps the focus and does nothing. */
  readonly isPending?: boolean
}

/** The kit's own pending state leaves an image without a name in its live region for some seconds. */
export function Button({ look = 'usual', isPending = false, onPress, type, ...rest }: ButtonProps) {
  return isPending ? (
    <AriaButton {...rest} type="button" className={`button ${look} pending`} aria-disabled="true" />
  ) : (
    <AriaButton
      {...rest}
      {...(onPress && { onPress })}
      {...(type && { type })}
      className={`button ${look}`}
    />
  )
}

interface LinkButtonProps {
  readonly href: string
  readonly look?: ButtonLook
  /** Its spoken name, where the words on it alone do not say which one it is. */
  readonly label?: string
  readonly children: ReactNode
}

/** A link that goes to another page and looks like a button. */
export const LinkButton = ({ href, look = 'usual', label, children }: LinkButtonProps) => (
  <Link href={href} className={`button ${look}`} aria-label={label}>
    {children}
  </Link>
)
