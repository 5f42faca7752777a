import { describe, expect, test } from 'vitest'
import type { Fault, Run } from '../../engine'
import { runVariant } from '../../testing/lessonRuns'
import type { ParamValues, Variant } from '../definition'
import lesson from './lesson'

interface Setting {
  readonly preset?: string
  readonly params?: ParamValues
  readonly faults?: readonly Fault[]
}

/** Plays a preset on a variant, or the variant with faults of its own. */
function play(variantId: string, { preset: presetId, params, faults }: Setting): Run {
  const preset = lesson.presets.find(({ id }) => id === presetId)
  const variant = lesson.variants.find(({ id }) => id === variantId) as Variant
  return runVariant(lesson, variant, {
    params: { ...preset?.params, ...params },
    faults: faults ?? preset?.faults ?? [],
  })
}

function crashAt(point: string): Setting {
  return { faults: [{ at: { point }, do: 'crash', restartAfterMs: 100 }] }
}

/** Charges (or entries of the wallet), and what the customer was told where that is not 201. */
function ends(variant: string, setting: Setting): string {
  const { charges, answer } = lesson.outcome(play(variant, setting).world)
  return answer === '201' ? String(charges) : `${charges} ${answer}`
}

const columns = ['no-key', 'check-then-act', 'lock', 'lease', 'local', 'key-to-psp', 'full']
const lockPoint = 'api/after_commit(take the key)'
const walletPoint = 'api/before_commit(pay from the wallet)'

describe.each<readonly [string, string, (variant: string) => Setting]>([
  ['ten copies at once', '10 | 10 | 1 | 1 | 1 | 1 | 1', () => ({ preset: 'ten-copies' })],
  ['the answer is lost', '2 | 1 | 1 | 1 | 1 | 1 | 1', () => ({ preset: 'IDEM-2' })],
  [
    'a crash after the lock, before the effect',
    '- | - | 0 waits | 1 | 1 | 1 | 1',
    (variant) => crashAt(variant === 'local' ? walletPoint : lockPoint),
  ],
  [
    'a crash after the foreign effect, before it is stored',
    '2 | 2 | 1 waits | 2 | - | 1 | 1',
    () => crashAt('api/after_answer(Charge)'),
  ],
  ['work that outlasts the lease', '- | - | - | 2 | - | 1 | 1', () => ({ preset: 'IDEM-5' })],
  ['a retry after both windows', '2 | 2 | 2 | 2 | 2 | 2 | 1 403', () => ({ preset: 'IDEM-6' })],
  [
    'a retry after ours, inside the provider’s',
    '2 | 2 | 2 | 2 | 2 | 1 | 1 403',
    () => ({ preset: 'IDEM-6', params: { providerHours: 720 } }),
  ],
])('failure points × variants: %s', (_, cells, setting) => {
  const expected = cells
    .split(' | ')
    .map((end, column) => ({ variant: columns[column] ?? '', end }))

  test.each(expected.filter(({ end }) => end !== '-'))('$variant: $end', ({ variant, end }) => {
    expect(ends(variant, setting(variant))).toBe(end)
    expect(play(variant, setting(variant)).faults).toMatchObject([{ applied: true }])
  })
})
