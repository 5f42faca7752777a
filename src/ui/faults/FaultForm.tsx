import { useId, useMemo, useState } from 'react'
import type { Fault, FaultVerb } from '../../engine'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { describeFault, isVerb, namesOf, verbFields } from '../../stores/vocabulary'
import { Button } from '../primitives/Button'
import { Dialog } from '../primitives/Dialog'
import { Select } from '../primitives/Select'
import { choicesOf, draftOf, firstMoment, kindOfMoment, verbGroups, withField } from './draft'
import styles from './FaultList.module.css'
import { MomentFields } from './MomentFields'
import { VerbField } from './VerbField'

interface FaultFormProps {
  /** What is changed; a new one when left out. */
  readonly fault?: Fault
  readonly submit: string
  readonly onSubmit: (fault: Fault) => void
  readonly onClose: () => void
}

/** A fault put together from lists: when, what, and how much. */
export function FaultForm({ fault, submit, onSubmit, onClose }: FaultFormProps) {
  const api = usePlaygroundApi()
  const run = usePlayground((state) => state.run)
  const system = usePlayground((state) => state.system)
  const choices = useMemo(() => choicesOf(run, system), [run, system])
  const names = useMemo(() => namesOf(system), [system])
  const [draft, setDraft] = useState<Fault>(
    () => fault ?? draftOf(firstMoment('point', choices, nowMs(api)), 'crash', choices),
  )
  const setVerb = (verb: string) => {
    if (isVerb(verb)) setDraft(draftOf(draft.at, verb satisfies FaultVerb, choices))
  }
  const id = useId()
  return (
    <Dialog
      title={fault ? 'Change a fault' : 'Add a fault'}
      size="small"
      onClose={onClose}
      footer={
        <Button type="submit" form={id} tone="fault">
          {submit}
        </Button>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          onSubmit(draft)
        }}
      >
        <MomentFields
          at={draft.at}
          choices={choices}
          names={names}
          nowMs={nowMs(api)}
          onChange={(at) => setDraft(draftOf(at, draft.do, choices))}
          onPick={(at) => setDraft(withField(draft, 'at', at))}
        />
        <Select label="What happens" value={draft.do} onChange={setVerb}>
          {verbGroups(kindOfMoment(draft.at)).map((group) => (
            <optgroup key={group.title} label={group.title}>
              {group.verbs.map(({ verb, title }) => (
                <option key={verb} value={verb}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        {verbFields(draft.do).map((field) => (
          <VerbField
            key={field.name}
            field={field}
            fault={draft}
            choices={choices}
            names={names}
            onChange={(value) => setDraft(withField(draft, field.name, value))}
          />
        ))}
        <p className={styles.preview}>{describeFault(draft, names)}</p>
      </form>
    </Dialog>
  )
}

const nowMs = (api: ReturnType<typeof usePlaygroundApi>) =>
  api.playback.getState().head.timeUs / 1000
