import { Component, type ReactNode } from 'react'
import { Button, ButtonLink } from '../ui/primitives/Button'
import { arriveAgain, homeHref } from './route'
import { Trouble } from './Trouble'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

/** A mistake of ours ends here: what happened, the link that shows it again, and ways on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <Trouble
        title="This view has stopped"
        text={`It ran into a mistake of ours (${error.message}). Nothing you made is lost: this link repeats it, and helps us to find it.`}
        link={location.href}
        actions={
          <>
            <Button tone="ink" onClick={arriveAgain}>
              Reset this view
            </Button>
            <ButtonLink href={homeHref}>Home</ButtonLink>
          </>
        }
      />
    )
  }
}
