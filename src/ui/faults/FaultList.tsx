import { Plus, Redo2, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { IconButton } from '../primitives/IconButton'
import { Panel } from '../primitives/Panel'
import { FaultForm } from './FaultForm'
import { FaultItem } from './FaultItem'
import styles from './FaultList.module.css'

export interface FaultListProps {
  readonly onClose?: () => void
}

/** Everything that is broken on purpose, a line each. */
export function FaultList({ onClose }: FaultListProps) {
  const api = usePlaygroundApi()
  const faults = usePlayground((state) => state.scenario.faults)
  const [adding, setAdding] = useState(false)
  const count = faults?.length ?? 0
  return (
    <Panel
      title="Faults"
      className={styles.panel}
      onClose={onClose}
      actions={
        <>
          <IconButton
            size="small"
            label="Add a fault"
            aria-haspopup="dialog"
            onClick={() => setAdding(true)}
          >
            <Plus />
          </IconButton>
          <History hasFaults={count > 0} />
        </>
      }
    >
      <div className={styles.body}>
        {count === 0 && (
          <p className={styles.empty}>
            Nothing is broken. Press a ring beside the code, a service, a link, a message, or the
            plus.
          </p>
        )}
        <ol className={styles.list}>
          {faults?.map((fault, index) => (
            <FaultItem key={index} index={index} fault={fault} />
          ))}
        </ol>
      </div>
      {adding && (
        <FaultForm
          submit="Add it"
          onClose={() => setAdding(false)}
          onSubmit={(fault) => api.inject(fault)}
        />
      )}
    </Panel>
  )
}

function History({ hasFaults }: { readonly hasFaults: boolean }) {
  const api = usePlaygroundApi()
  const canUndo = usePlayground((state) => state.canUndo)
  const canRedo = usePlayground((state) => state.canRedo)
  return (
    <>
      <IconButton
        size="small"
        label="Undo"
        keys="mod+z"
        disabled={!canUndo}
        onClick={() => api.undo()}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        size="small"
        label="Redo"
        keys="mod+shift+z"
        disabled={!canRedo}
        onClick={() => api.redo()}
      >
        <Redo2 />
      </IconButton>
      <IconButton
        size="small"
        label="Remove all faults"
        disabled={!hasFaults}
        onClick={() => api.clearFaults()}
      >
        <Trash2 />
      </IconButton>
    </>
  )
}
