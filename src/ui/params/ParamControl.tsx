import type { Param } from '../../lessons/definition'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Checkbox } from '../primitives/Checkbox'
import { NumberField } from '../primitives/NumberField'
import { Select } from '../primitives/Select'

/** A parameter of the lesson: a choice, a switch or a number. */
export function ParamControl({ param }: { readonly param: Param }) {
  const api = usePlaygroundApi()
  const { id, title, min, max, step, unit, options } = param
  const value = usePlayground(({ scenario }) => scenario.params?.[id]) ?? param.default
  const set = (next: number) => api.setParam(id, next)
  if (options)
    return (
      <Select label={title} value={value} onChange={(next) => set(Number(next))}>
        {options.map((option, place) => (
          <option key={option} value={min + place * step}>
            {option}
          </option>
        ))}
      </Select>
    )
  if (unit === '')
    return (
      <Checkbox label={title} checked={value === 1} onChange={(checked) => set(checked ? 1 : 0)} />
    )
  return (
    <NumberField
      label={title}
      value={value}
      min={min}
      max={max}
      step={step}
      unit={unit}
      onChange={set}
    />
  )
}
