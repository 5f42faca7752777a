import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument, brokenChecks, runVariant } from '../testing/lessonRuns'
import { lessons } from './all'

/** Thousands of runs on a busy machine take their time. */
const timeout = 180_000

describe.each(lessons)('$id', (lesson) => {
  test.each(lesson.variants.filter(({ correct }) => correct))(
    'correct variant $id keeps every check, whatever its parameters and what it claims to survive',
    (variant) => {
      fc.assert(
        fc.property(anyDocument(lesson, variant), (document) => {
          const survived = runVariant(lesson, variant, { ...document, trace: false })
          expect(survived.endedWhy).toBe('')
          expect(brokenChecks(survived)).toEqual([])
        }),
        { numRuns: 200 },
      )
    },
    timeout,
  )
})
