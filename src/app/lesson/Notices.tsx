import { usePlayground } from '../../stores/react'
import { Toast } from '../../ui/primitives/Toast'

/** What the last command did, or why it could not. */
export function Notices() {
  return <Toast message={usePlayground((state) => state.notice)} />
}
