import { encode } from 'uqr'
import { presetScenario } from '../../document/effective'
import type { LessonFacts } from '../../document/lessonFacts'
import { normalise } from '../../document/normalise'
import type { Scenario } from '../../document/scenario'
import { canonicalJson } from '../../engine'
import { lessons } from '../../lessons/all'
import { decodeLink, encodeLink } from '../../share/link'
import { offer } from '../offer'
import { timed } from '../timed'
import { tripLesson, tripUnderFire } from './tripUnderFire'

export interface LinksAnswer {
  /** Characters of the link to each preset, naive and correct, somewhere in the middle of its run. */
  readonly lengths: readonly number[]
  /** Version of its QR code at level M. */
  readonly versions: readonly number[]
  /** Eight services with twenty faults, as we write it and as deflated JSON would be. */
  readonly large: { readonly own: number; readonly deflated: number }
  /** Real ms to write that link and to read it again. */
  readonly timesMs: readonly number[]
  /** Links that do not give back what was put in. */
  readonly wrong: number
}

const base = 'https://faultline.example/'
const rounds = 501

offer(async (): Promise<LinksAnswer> => {
  const presets = presetLinks()
  const large = encodeLink(tripUnderFire, undefined, base)
  const timesMs = Array.from({ length: rounds }, () => {
    const there = () => decodeLink(encodeLink(tripUnderFire, undefined, base), [tripLesson])
    return timed(there).ms
  })
  const wrong = [
    ...presets.filter(({ link, scenario }) => !gives(link, lessons, scenario)),
    ...[large].filter((link) => !gives(link, [tripLesson], tripUnderFire)),
  ]
  return {
    lengths: presets.map(({ link }) => link.length),
    versions: presets.map(({ link }) => encode(link, { ecc: 'M' }).version),
    large: { own: large.length, deflated: base.length + (await deflatedLength(tripUnderFire)) },
    timesMs,
    wrong: wrong.length,
  }
})

function presetLinks() {
  return lessons.flatMap((lesson) =>
    lesson.presets.flatMap((preset) =>
      [preset.variant, preset.against].map((variant) => {
        const moment = { cursorMs: 1234.567, digest: '0f4a7b2c9d3e6581' }
        const scenario = { ...presetScenario(lesson, preset), variant, ...moment }
        return { scenario: normalise(scenario, lesson), link: encodeLink(scenario, lesson, base) }
      }),
    ),
  )
}

/** Whether a link opens and is the very run that was put in. */
function gives(link: string, known: readonly LessonFacts[], scenario: Scenario): boolean {
  const opened = decodeLink(link, known)
  return opened.ok && canonicalJson(opened.value) === canonicalJson(scenario)
}

async function deflatedLength(scenario: Scenario): Promise<number> {
  const stream = new Blob([JSON.stringify(scenario)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  const { byteLength } = await new Response(stream).arrayBuffer()
  return Math.ceil((byteLength * 4) / 3)
}
