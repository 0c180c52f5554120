import { Component, type ReactNode } from 'react'
import { Button, LinkButton } from '../kit/button.tsx'
import { Page } from '../kit/page.tsx'
import { useWords } from '../words/words.tsx'

interface MishapProps {
  /** The page's address: another page gets another chance. */
  readonly place: string
  readonly children: ReactNode
}

interface MishapState {
  readonly error: Error | null
}

/**
 * Holds a page that broke, so that the frame around it stands: a part of it could not be fetched (the network
 * went, or a new release has taken the file away), or it has a fault of ours, which the console names.
 */
export class Mishap extends Component<MishapProps, MishapState> {
  override state: MishapState = { error: null }

  static getDerivedStateFromError(error: Error): MishapState {
    return { error }
  }

  override componentDidUpdate(before: MishapProps) {
    if (this.state.error !== null && before.place !== this.props.place) this.setState({ error: null })
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />
  }
}

function Broken({ error }: { readonly error: Error }) {
  const { frame } = useWords()
  return (
    <Page title={frame.broken} detail={frame.brokenHelp}>
      <p className="quiet">{error.message}</p>
      <div className="row">
        <Button look="main" onPress={() => location.reload()}>
          {frame.reload}
        </Button>
        <LinkButton href="/">{frame.toHome}</LinkButton>
      </div>
    </Page>
  )
}
