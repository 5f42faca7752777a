import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument, runVariant } from '../testing/lessonRuns'
import { lessons } from './all'

/** Thousands of runs on a busy machine take their time. */
const timeout = 180_000

describe.each(lessons)('$id', (lesson) => {
  test.each(lesson.variants)(
    'variant $id runs any document, and the same one twice alike',
    (variant) => {
      fc.assert(
        fc.property(anyDocument(lesson, variant), (document) => {
          const once = runVariant(lesson, variant, document)
          expect(runVariant(lesson, variant, document).digest).toBe(once.digest)
        }),
        { numRuns: 40 },
      )
    },
    timeout,
  )
})
