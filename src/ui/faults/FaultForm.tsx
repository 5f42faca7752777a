import { useMemo, useState } from 'react'
import type { Fault, FaultVerb } from '../../engine'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { describeFault, isVerb, namesOf, verbFields } from '../../stores/vocabulary'
import { Button } from '../primitives/Button'
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
  readonly onCancel: () => void
}

/** A fault put together from lists: when, what, and how much. */
export function FaultForm({ fault, submit, onSubmit, onCancel }: FaultFormProps) {
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
  return (
    <form
      className={styles.form}
      aria-label={fault ? 'Change a fault' : 'Add a fault'}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(draft)
      }}
    >
      <MomentFields
        at={draft.at}
        choices={choices}
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
      <div className={styles.buttons}>
        <Button type="submit" tone="fault" size="small">
          {submit}
        </Button>
        <Button tone="quiet" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const nowMs = (api: ReturnType<typeof usePlaygroundApi>) =>
  api.playback.getState().head.timeUs / 1000
