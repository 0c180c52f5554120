import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** `side` stands at the edge of a wide screen, so that what it is about stays in sight. */
  readonly width?: 'usual' | 'wide' | 'side'
  /** Whether a tap beside it or Escape closes it; not where something must be answered. */
  readonly isDismissable?: boolean
  readonly children: ReactNode
}

/** A modal dialog; on a phone a sheet from below. Focus goes in, and comes back when it closes. */
export function Dialog({
  title,
  isOpen,
  onClose,
  width = 'usual',
  isDismissable = true,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className={`veil ${width}`}
      isOpen={isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={open => !open && onClose()}
    >
      <Modal className={`modal ${width}`}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="dialog-actions">{children}</div>
)
