import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../build/sources'
import type { Trace } from '../../engine'
import { lessons } from '../../lessons/all'
import type { Lesson, Variant } from '../../lessons/definition'
import { parsePoint } from '../../stores/vocabulary'
import { presetRun } from '../../testing/presetRun'
import { filesOf } from './files'
import { gutterOf } from './gutter'
import { handledBy, listingOf, stepsOfProgram, type Listing } from './listing'
import { follow, pathTo } from './locate'
import { sourcePath } from './sourcePath'

const read = async (lesson: Lesson, file: string) => {
  const url = new URL(sourcePath(lesson.id, file), import.meta.url)
  return sourceFile(file, await readFile(url, 'utf8'))
}

/** Every preset played on a variant, with each source as each of its services runs it. */
async function playedOn(lesson: Lesson, variant: Variant) {
  const sources = new Map<string, SourceFile>()
  for (const file of Object.values(variant.files)) sources.set(file, await read(lesson, file))
  return lesson.presets.flatMap(({ id }) => {
    const { run, system } = presetRun(lesson.id, id, variant.id)
    return filesOf(variant, system.services).flatMap(({ file, services: runners }) => {
      const source = sources.get(file)
      return source
        ? runners.map((service) => ({
            trace: run.trace,
            listing: listingOf(source, service, system),
          }))
        : []
    })
  })
}

interface LostStep {
  readonly program: string
  /** What stands in the brackets of its failure points. */
  readonly label: string
}

/** Steps without a line in the source, such as those of programs that the lesson keeps elsewhere. */
function lostSteps(trace: Trace, listing: Listing): LostStep[] {
  return trace.events.flatMap((event) => {
    if (event.kind !== 'stepped' || event.service !== listing.service) return []
    const path = pathTo(trace, event.handler, event.index)
    if (follow(listing, path) !== null) return []
    const { program } = path
    return [{ program, label: event.effect === 'reply' ? program : event.label }]
  })
}

/** Passed points of the service that no ring stands for. */
function lostPoints(trace: Trace, listing: Listing): string[] {
  const rings = gutterOf(listing, trace)
  const offered = new Set(rings.flatMap(({ points }) => points.map(({ point }) => point)))
  return trace.points.flatMap(({ point }) =>
    parsePoint(point)?.service === listing.service && !offered.has(point) ? [point] : [],
  )
}

for (const lesson of lessons)
  describe.each(lesson.variants)(`${lesson.id}, $id`, (variant) => {
    it('shows a line for every step of every preset', async () => {
      for (const { trace, listing } of await playedOn(lesson, variant)) {
        const written = lostSteps(trace, listing).filter(
          ({ program }) => stepsOfProgram(listing, program).length > 0,
        )
        expect(written).toEqual([])
      }
    })

    it('offers a ring for every point that a preset passes in it', async () => {
      for (const { trace, listing } of await playedOn(lesson, variant)) {
        const elsewhere = new Set(lostSteps(trace, listing).map(({ label }) => label))
        const lost = lostPoints(trace, listing).filter(
          (point) => !elsewhere.has(parsePoint(point)?.label ?? ''),
        )
        expect(lost).toEqual([])
      }
    })

    it('finds no handled message in the generator of another', async () => {
      for (const { trace, listing } of await playedOn(lesson, variant))
        for (const event of trace.events) {
          if (event.kind !== 'stepped' || event.service !== listing.service) continue
          const path = pathTo(trace, event.handler, event.index)
          const step = follow(listing, path)
          if (step && listing.handled.includes(path.program))
            expect(handledBy(listing, step) ?? path.program).toBe(path.program)
        }
    })
  })
