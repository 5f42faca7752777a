import type { Lesson } from '../lessons/definition'
import type { Edit } from './edits'
import {
  withCompare,
  withDefaults,
  withFaults,
  withParams,
  withPreset,
  withSeed,
  withVariant,
} from './edits'
import type { Commands, PlaygroundState } from './playground.types'

/** What the commands that change the document need of the playground. */
interface Desk {
  readonly getState: () => PlaygroundState
  /** Applies an edit, runs the document again and remembers the old one for undo. */
  readonly edit: (edit: Edit) => void
  readonly refuse: (text: string) => void
  readonly rewind: () => void
}

type DocumentCommands = Pick<
  Commands,
  | 'setVariant'
  | 'setParam'
  | 'setParams'
  | 'setSeed'
  | 'setCompare'
  | 'applyPreset'
  | 'reset'
  | 'inject'
  | 'replaceFault'
  | 'removeFault'
  | 'toggleFault'
  | 'clearFaults'
>

export function documentCommands({ getState, edit, refuse, rewind }: Desk): DocumentCommands {
  const lesson = () => getState().lesson
  const setParams: Commands['setParams'] = (values) => {
    const known = new Set(lesson().params.map(({ id }) => id))
    const unknown = Object.keys(values).find((id) => !known.has(id))
    if (unknown === undefined) edit(withParams(values))
    else refuse(noSuch('parameter', unknown, lesson()))
  }
  return {
    setVariant(id) {
      if (hasVariant(lesson(), id)) edit(withVariant(id))
      else refuse(noSuch('variant', id, lesson()))
    },
    setCompare(id) {
      if (id === null || hasVariant(lesson(), id)) edit(withCompare(id))
      else refuse(noSuch('variant', id, lesson()))
    },
    setParam: (id, value) => setParams({ [id]: value }),
    setParams,
    setSeed: (seed) => edit(withSeed(seed)),
    applyPreset(id, options) {
      const preset = lesson().presets.find((candidate) => candidate.id === id)
      if (preset === undefined) return refuse(noSuch('preset', id, lesson()))
      edit(withPreset(preset, options?.variant ?? preset.variant))
      rewind()
    },
    reset() {
      edit(withDefaults)
      rewind()
    },
    inject: (fault) => edit(withFaults((faults) => [...faults, fault])),
    replaceFault: (index, fault) =>
      edit(withFaults((faults) => faults.map((old, place) => (place === index ? fault : old)))),
    removeFault: (index) =>
      edit(withFaults((faults) => faults.filter((_, place) => place !== index))),
    toggleFault: (index) =>
      edit(
        withFaults((faults) =>
          faults.map((fault, place) => (place === index ? { ...fault, off: !fault.off } : fault)),
        ),
      ),
    clearFaults: () => edit(withFaults(() => [])),
  }
}

function hasVariant(lesson: Lesson, id: string): boolean {
  return lesson.variants.some((variant) => variant.id === id)
}

function noSuch(what: string, id: string, lesson: Lesson): string {
  return `The lesson “${lesson.title}” has no ${what} “${id}”. Nothing was changed.`
}
