import { Transport } from '../../ui/transport/Transport'
import { useMachine } from '../lesson/machine'

/** The transport of this lesson's machine. */
export function Controls() {
  const { disk } = useMachine()
  return <Transport disk={disk.store} />
}
