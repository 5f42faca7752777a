import { Dialog } from '../../ui/primitives/Dialog'
import { Kbd } from '../../ui/primitives/Kbd'
import { commandGroups, type Command } from '../keyboard/command'
import { useSettings } from '../settings'
import styles from './HelpDialog.module.css'
import { Legend } from './Legend'

interface HelpDialogProps {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

export function HelpDialog({ commands, onClose }: HelpDialogProps) {
  const singleKeys = useSettings((settings) => settings.singleKeys)
  const withKeys = commands.filter(({ keys }) => keys !== undefined)
  return (
    <Dialog title="Help" size="wide" onClose={onClose}>
      <p className={styles.intro}>
        A process stands on its disk. A crash empties the process and leaves the disk as it is. Step
        through time, put a failure between any two lines of code, and watch what survives.
      </p>
      <h3 className={styles.heading}>What is drawn</h3>
      <Legend />
      <h3 className={styles.heading}>Keys</h3>
      {!singleKeys && (
        <p className={styles.intro}>Keys of one character are switched off in the settings.</p>
      )}
      <div className={styles.groups}>
        {commandGroups.map((group) => (
          <KeyGroup
            key={group}
            title={group}
            commands={withKeys.filter((command) => command.group === group)}
          />
        ))}
      </div>
    </Dialog>
  )
}

interface KeyGroupProps {
  readonly title: string
  readonly commands: readonly Command[]
}

function KeyGroup({ title, commands }: KeyGroupProps) {
  if (commands.length === 0) return null
  return (
    <section className={styles.group}>
      <h4 className="caption">{title}</h4>
      <dl>
        {commands.map((command) => (
          <div key={command.id} className={styles.key}>
            <dt>{command.title}</dt>
            <dd>{command.keys?.[0] && <Kbd keys={command.keys[0]} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
