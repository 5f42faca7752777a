import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const lab = fileURLToPath(new URL('lab.mjs', import.meta.url))

/** The real thing: bundled, in a process of its own. */
function call(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [lab, ...words], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  return { status, stdout, stderr }
}

interface Answer {
  readonly digest: string
  readonly link: string
}

describe('the command line', { timeout: 120_000 }, () => {
  it('writes JSON and nothing else', () => {
    const listed = call('list')
    expect([listed.status, listed.stderr]).toEqual([0, ''])
    expect(JSON.parse(listed.stdout)).toHaveProperty('lessons')

    const points = call('points', 'transactional-outbox', '--preset', 'OUT-4')
    expect([points.status, points.stderr]).toEqual([0, ''])
    expect(points.stdout).toContain('"relay/after_confirm(OrderPlaced)","nth":2')
  })

  it('plays a preset, and the same again from the link it gives', () => {
    const played = call('run', 'transactional-outbox', '--preset', 'OUT-4')
    expect([played.status, played.stderr]).toEqual([0, ''])
    const answer = JSON.parse(played.stdout) as Answer
    expect(answer.digest).toMatch(/^[0-9a-f]{16}$/)

    const again = call('run', '--link', answer.link)
    expect([again.status, again.stderr, again.stdout]).toEqual([0, '', played.stdout])
  })

  it('ends with 2 and one line when the input is bad', () => {
    const { status, stdout, stderr } = call('run', 'transactional-outbox', '--seed', 'x')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe('--seed needs a whole number from 0 to 4294967295, not “x”.\n')
  })

  it('ends with 0 and a warning when a fault did not happen', () => {
    const fault = '{"at":{"point":"order/after_commit(nothing)"},"do":"crash"}'
    const { status, stdout, stderr } = call('run', 'transactional-outbox', '--fault', fault)
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as Answer).link).toContain('#/transactional-outbox?s=1')
    expect(stderr).toMatch(/^warning: fault 1 did not happen\. [^\n]+\n$/)
  })
})
