import { describe, expect, it } from 'vitest'
import { presetScenario } from '../document/effective'
import { verbNames } from '../document/verbs'
import type { Run, RunOptions, System } from '../engine'
import { decodeLink, encodeLink } from '../share/link'
import { sampleLesson, sampleRun } from '../testing/sampleRun'
import { answer } from './command'

const lessons = [sampleLesson]
const id = sampleLesson.id
const files: Readonly<Record<string, string>> = {
  'run.json': `{ "v": 1, "lesson": "${id}", "seed": 9 }`,
  'bad.json': '{ "v": 1,',
}

/** Answers with the run written by hand, and remembers what was asked of the engine. */
function ask(line: string | readonly string[], change: Partial<Run> = {}) {
  const asked: RunOptions[] = []
  const lab = {
    lessons,
    simulate: (_system: System, options: RunOptions) => {
      asked.push(options)
      return { ...sampleRun(), ...change }
    },
    readFile: (path: string) => {
      const text = files[path]
      if (text === undefined) throw new Error('ENOENT')
      return text
    },
  }
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line
  const { out, err, exitCode } = answer(words, lab)
  const json: unknown = out === '' ? undefined : JSON.parse(out)
  return { json: json as Record<string, unknown>, err, exitCode, asked }
}

describe('list', () => {
  it('says what there is to run', () => {
    expect(ask('list')).toMatchObject({
      exitCode: 0,
      err: '',
      json: {
        lessons: [
          {
            id,
            kind: 'pattern',
            title: 'Transactional outbox',
            soundbite: 'The outbox promises at least; the inbox makes it once.',
            variants: [
              { id: 'outbox', title: 'Outbox', correct: false },
              { id: 'outbox-inbox', title: 'Outbox and inbox', correct: true },
            ],
            params: [{ id: 'orders', default: 3, min: 1, max: 8, unit: 'orders' }],
            presets: [
              { id: 'dying-relay', title: 'Outbox with a dying relay', catalogue: ['OUT-4'] },
            ],
          },
        ],
      },
    })
  })
})

describe('run', () => {
  it('says how a scenario ends', () => {
    const { json, err, exitCode } = ask(`run ${id} --preset dying-relay`)
    expect([exitCode, err]).toEqual([0, ''])
    expect(Object.keys(json)).toEqual(
      'digest endMs steps quiescent checks outcome tables topics committed link'.split(' '),
    )
    expect(json).toMatchObject({
      digest: '0f4a7b2c9d3e6581',
      quiescent: true,
      outcome: { shipments: 4 },
      tables: { order: { orders: [{ id: '1' }, { id: '2' }, { id: '3' }] } },
    })
    expect(Object.keys(json['tables'] as object)).toEqual(['order', 'shipping'])
    expect((json['topics'] as Record<string, unknown[]>)['orders']).toHaveLength(4)
    expect(json['committed']).toContain('relay: mark sent')
    expect(json['checks']).toContainEqual({
      id: 'Q-EVENT',
      claim: 'eventually',
      holds: true,
      brokenAtMs: null,
      why: '',
    })
    expect(json['checks']).toContainEqual({
      id: 'S-ONCE',
      claim: 'always',
      holds: false,
      brokenAtMs: expect.any(Number) as number,
      why: 'Order 2 has been shipped twice: shipments 2 and 3.',
    })
  })

  it('gives a link that brings the same run', () => {
    const { json } = ask(`run ${id} --preset dying-relay --seed 5 --set orders=4`)
    const [preset] = sampleLesson.presets
    if (preset === undefined) throw new Error('The sample has no preset.')
    expect(String(json['link'])).toMatch(/^http:\/\/localhost:5173\/#\/transactional-outbox\?s=1/)
    expect(decodeLink(String(json['link']), lessons)).toEqual({
      ok: true,
      value: {
        v: 1,
        lesson: id,
        params: { orders: 4 },
        seed: 5,
        faults: preset.faults,
        digest: '0f4a7b2c9d3e6581',
      },
    })
  })

  it('adds faults to the preset and the trace to the answer when asked', () => {
    const fault = '{"at":{"timeMs":5},"do":"crash","service":"order"}'
    const { json, asked } = ask([
      'run',
      id,
      '--preset',
      'dying-relay',
      '--fault',
      fault,
      '--fault',
      fault,
      '--trace',
    ])
    expect(asked[0]).toMatchObject({ seed: 1, faults: { length: 3 } })
    expect(asked[0]?.faults?.[2]).toEqual(JSON.parse(fault))
    expect((json['trace'] as unknown[]).length).toBeGreaterThan(50)
  })

  it('takes a whole scenario from a link or a file', () => {
    const [preset] = sampleLesson.presets
    if (preset === undefined) throw new Error('The sample has no preset.')
    const link = encodeLink(presetScenario(sampleLesson, preset), sampleLesson, 'https://x/')
    expect(ask(['run', '--link', link]).asked[0]?.faults).toEqual(preset.faults)
    expect(ask('run --file run.json').asked[0]?.seed).toBe(9)
  })

  it('remarks on faults that did not happen and on another digest, and runs all the same', () => {
    const faults = [
      { fault: 0, applied: false, why: 'This run never passed order/after_commit(x).' },
    ]
    const scenario = {
      v: 1,
      lesson: id,
      faults: [{ at: { point: 'order/after_commit(x)' }, do: 'crash' }],
      digest: 'ffffffffffffffff',
    } as const
    const link = encodeLink(scenario, sampleLesson, 'https://x/')
    const { err, exitCode, json } = ask(['run', '--link', link], { faults })
    expect(exitCode).toBe(0)
    expect(json['digest']).toBe('0f4a7b2c9d3e6581')
    expect(err).toBe(
      'warning: fault 1 did not happen. This run never passed order/after_commit(x). (OrderService crashes after the commit of x and stays down.)\n' +
        'warning: the sender saw the run ffffffffffffffff and this is 0f4a7b2c9d3e6581: the lesson or the engine has changed since.\n',
    )
  })
})

describe('points', () => {
  it('lists the failure points in order', () => {
    const points = [
      { point: 'order/before_commit(save order)', handler: 0, nth: 1, timeUs: 11_000, event: 4 },
      { point: 'order/after_commit(save order)', handler: 0, nth: 1, timeUs: 11_000, event: 5 },
    ]
    const { json } = ask(`points ${id}`, { trace: { events: [], initial: {}, points } })
    expect(json).toEqual({
      points: [
        { point: 'order/before_commit(save order)', nth: 1, timeMs: 11 },
        { point: 'order/after_commit(save order)', nth: 1, timeMs: 11 },
      ],
    })
  })
})

describe('help', () => {
  it('names every verb, and leaves standard output alone', () => {
    const { err, json, exitCode } = ask('help')
    expect([exitCode, json]).toEqual([0, undefined])
    for (const verb of verbNames) expect(err).toContain(`\n  ${verb}\n`)
  })
})

describe('bad input', () => {
  it.each<[string, string | string[]]>([
    ['Name a command; there is list, run, points, help.', ''],
    ['There is no command “sweep”; there is list, run, points, help.', 'sweep'],
    ['There is no command “pionts”; did you mean “points”?', 'pionts'],
    ['“list” takes nothing after it.', 'list all'],
    ['Name a lesson; there is transactional-outbox.', 'run'],
    [
      'There is no lesson “transactional-inbox”; did you mean “transactional-outbox”?',
      'run transactional-inbox',
    ],
    [
      'The lesson “transactional-outbox” has no variant “outbx”; did you mean “outbox”?',
      `run ${id} --variant outbx`,
    ],
    [
      'The lesson “transactional-outbox” has no preset “OUT-4”; there is dying-relay.',
      `run ${id} --preset OUT-4`,
    ],
    [
      'The lesson “transactional-outbox” has no parameter “order”; did you mean “orders”?',
      `run ${id} --set order=2`,
    ],
    ['“orders” must be a whole number from 1 to 8 orders, not 99.', `run ${id} --set orders=99`],
    [
      '--set needs name=number, such as orders=5, not “orders=many”.',
      `run ${id} --set orders=many`,
    ],
    [
      '--seed needs a whole number from 0 to 4294967295, not “4294967296”.',
      `run ${id} --seed 4294967296`,
    ],
    ['There is no flag “--sed”; did you mean “seed”?', `run ${id} --sed 4`],
    [
      '--fault “{"do":”: This is not JSON; write {"at":{"point":"order/after_commit(save order)"},"do":"crash"}, say.',
      `run ${id} --fault {"do":`,
    ],
    [
      '--fault “{"at":{"timeMs":1},"do":"explode"}”: The fault has no verb “explode”; there is ' +
        `${verbNames.join(', ')}.`,
      `run ${id} --fault {"at":{"timeMs":1},"do":"explode"}`,
    ],
    [
      'Fault 1 names “rely”, which the lesson “transactional-outbox” does not have; did you mean “relay”?',
      `run ${id} --fault {"at":{"timeMs":1},"do":"crash","service":"rely"}`,
    ],
    [
      '--link brings the whole scenario: leave out the lesson “transactional-outbox”, or edit it there.',
      `run ${id} --link x`,
    ],
    [
      '--file brings the whole scenario: leave out --seed, or edit it there.',
      'run --file run.json --seed 2',
    ],
    [
      '--link brings the whole scenario: leave out --file, or edit it there.',
      'run --link x --file run.json',
    ],
    [
      'This is not a link to a Faultline scenario: it should read …/#/<lesson>?s=…. Copy it again from the page that shows the run.',
      'run --link https://example.org/',
    ],
    ['The file “none.json” cannot be read: check its name and place.', 'run --file none.json'],
    [
      'This file is not JSON: choose one that Faultline saved, or repair it.',
      'run --file bad.json',
    ],
    ['--trace belongs to “run”: leave it out.', `points ${id} --trace`],
  ])('says: %s', (sentence, line) => {
    const { err, exitCode, json } = ask(line)
    expect([err, exitCode, json]).toEqual([`${sentence}\n`, 2, undefined])
  })

  it('is answered on one line, whatever it holds', () => {
    const { err } = ask(['run', 'no\nsuch\nlesson'])
    expect(err.split('\n')).toHaveLength(2)
  })
})
