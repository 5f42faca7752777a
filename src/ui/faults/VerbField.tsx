import type { Fault } from '../../engine'
import { fieldValue, type Names, type verbFields } from '../../stores/vocabulary'
import { Checkbox } from '../primitives/Checkbox'
import { NumberField } from '../primitives/NumberField'
import { Select } from '../primitives/Select'
import { namesOfField, type Choices } from './draft'
import styles from './FaultList.module.css'

type Field = ReturnType<typeof verbFields>[number]

interface VerbFieldProps {
  readonly field: Field
  readonly fault: Fault
  readonly choices: Choices
  readonly names: Names
  /** Undefined leaves the field out. */
  readonly onChange: (value: unknown) => void
}

export function VerbField(props: VerbFieldProps) {
  const { field, fault, onChange } = props
  const value = fieldValue(fault, field.name)
  switch (field.kind) {
    case 'number':
      return <NumberInput field={field} value={value} onChange={onChange} />
    case 'name':
      return <NameInput {...props} />
    case 'names':
      return <NamesInput {...props} />
    case 'flag':
      return (
        <Checkbox label={field.title} checked={value === true} onChange={(on) => onChange(on)} />
      )
  }
}

interface NumberInputProps {
  readonly field: Field & { readonly kind: 'number' }
  readonly value: unknown
  readonly onChange: (value: number | undefined) => void
}

function NumberInput({ field, value, onChange }: NumberInputProps) {
  const { title, unit, min, max, step, optional } = field
  const amount = unit === 'ms' ? 'How long' : 'How many'
  const number = (
    <NumberField
      label={optional ? amount : title}
      unit={unit}
      min={min}
      max={max}
      step={step}
      value={typeof value === 'number' ? value : min}
      onChange={onChange}
    />
  )
  if (!optional) return number
  const on = value !== undefined
  return (
    <>
      <Checkbox
        label={title}
        checked={on}
        onChange={(wanted) => onChange(wanted ? 100 : undefined)}
      />
      {on && number}
    </>
  )
}

function NameInput({ field, fault, choices, names, onChange }: VerbFieldProps) {
  const value = fieldValue(fault, field.name)
  return (
    <Select
      label={field.title}
      value={typeof value === 'string' ? value : ''}
      onChange={(id) => onChange(id === '' ? undefined : id)}
    >
      {field.optional && <option value="">the one at that point</option>}
      {namesOfField(field, choices).map((id) => (
        <option key={id} value={id}>
          {names(id)}
        </option>
      ))}
    </Select>
  )
}

function NamesInput({ field, fault, choices, names, onChange }: VerbFieldProps) {
  const value = fieldValue(fault, field.name)
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className={styles.names}>
      <legend>{field.title}</legend>
      {namesOfField(field, choices).map((id) => (
        <Checkbox
          key={id}
          label={names(id)}
          checked={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </fieldset>
  )
}
