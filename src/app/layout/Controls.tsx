import { useMachine } from '../lesson/machine'
import { Transport } from './later'

/** The transport of this lesson's machine. */
export function Controls() {
  const { diskState } = useMachine()
  return <Transport disk={diskState} />
}
