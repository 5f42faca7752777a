import type { Lesson } from '../lessons/definition'
import type { Output } from './io'

/** `list`: every lesson with what `run` takes. */
export function list(lessons: readonly Lesson[]): Output {
  return { json: { lessons: lessons.map(lessonInfo) }, remarks: [] }
}

function lessonInfo({ id, kind, title, soundbite, variants, params, checks, presets }: Lesson) {
  return {
    id,
    kind,
    title,
    soundbite,
    variants: variants.map((variant) => ({
      id: variant.id,
      title: variant.title,
      correct: variant.correct,
    })),
    params: params.map((param) => ({
      id: param.id,
      default: param.default,
      min: param.min,
      max: param.max,
      unit: param.unit,
    })),
    checks: checks.map((check) => ({ id: check.id, claim: check.claim, text: check.text })),
    presets: presets.map((preset) => ({
      id: preset.id,
      title: preset.title,
      catalogue: preset.catalogue,
    })),
  }
}
