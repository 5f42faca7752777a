import { useStore } from 'zustand'
import { Button } from '../../ui/primitives/Button'
import { Notice } from '../../ui/primitives/Notice'
import styles from './DiskQuestion.module.css'
import { useMachine } from './machine'

/** Asked when the databases of the last visit and the run do not hold the same rows. */
export function DiskQuestion() {
  const { disk, diskState } = useMachine()
  const question = useStore(diskState, (state) => state.question)
  return (
    <div role="alert" className={question === null ? undefined : styles.place}>
      {question !== null && (
        <Notice
          tone="warning"
          title="The disk and the run disagree"
          actions={
            <>
              <Button tone="ink" onClick={() => disk()?.rewrite()}>
                Rewrite the disk from the run
              </Button>
              <Button onClick={() => void disk()?.startFresh()}>Start on a fresh disk</Button>
            </>
          }
        >
          {question} Until you choose, nothing is written.
        </Notice>
      )}
    </div>
  )
}
