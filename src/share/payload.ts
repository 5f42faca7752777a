import { deflateSync, inflateSync } from 'fflate'
import type { Scenario } from '../document/scenario'
import { fromBase64url, toBase64url } from './base64url'
import type { Defect } from './bytes'
import { ByteReader, ByteWriter, UnreadablePayload } from './bytes'
import { payloadKind } from './format'

/** First character of every payload. */
export const version = '1'

/** Longest payload that is looked at, in characters; the largest valid document stays below it. */
export const maxPayloadLength = 262_144
/** Most bytes that a payload may inflate to. */
export const maxInflatedBytes = 262_144

type Decoded =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly defect: Defect }

/**
 * A document without its lesson, as text for an address: the version, `p` (plain) or `d` (deflated)
 * whichever is shorter, then base64url. Two check bytes cover lesson and content, so that a payload that
 * was cut, mistyped or moved to another lesson is told from a sound one.
 */
export function encodePayload(scenario: Scenario): string {
  const { v: _version, lesson, ...payload } = scenario
  const out = new ByteWriter()
  payloadKind.write(out, payload)
  const body = out.done()
  const deflated = deflateSync(body, { level: 9, mem: 0 })
  const [form, bytes] = deflated.length < body.length ? ['d', deflated] : ['p', body]
  const whole = Uint8Array.of(...checkBytes(lesson, body), ...bytes)
  return version + form + toBase64url(whole)
}

/** Reads a payload; the caller validates the value, which may be anything. Never throws. */
export function decodePayload(payload: string, lesson: string): Decoded {
  try {
    return { ok: true, value: { v: 1, lesson, ...read(payload, lesson) } }
  } catch (error) {
    if (error instanceof UnreadablePayload) return { ok: false, defect: error.defect }
    throw error
  }
}

function read(payload: string, lesson: string): object {
  if (payload.length > maxPayloadLength) throw new UnreadablePayload('large')
  if (!payload.startsWith(version))
    throw new UnreadablePayload(/^[2-9]/.test(payload) ? 'newer' : 'damaged')
  const bytes = fromBase64url(payload.slice(2))
  if (bytes === undefined) throw new UnreadablePayload('damaged')
  const body = unpack(payload.charAt(1), bytes.subarray(2))
  const [first, second] = checkBytes(lesson, body)
  if (bytes[0] !== first || bytes[1] !== second) throw new UnreadablePayload('damaged')
  const source = new ByteReader(body)
  const value = payloadKind.read(source)
  if (!source.atEnd) throw new UnreadablePayload('damaged')
  return value
}

function unpack(form: string, bytes: Uint8Array): Uint8Array {
  if (form === 'p') return bytes
  if (form !== 'd') throw new UnreadablePayload('damaged')
  const body = inflate(bytes)
  if (body.length > maxInflatedBytes) throw new UnreadablePayload('large')
  return body
}

/** Inflates into a buffer one byte larger than allowed: a bomb fills that and no more. */
function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { out: new Uint8Array(maxInflatedBytes + 1) })
  } catch {
    throw new UnreadablePayload('damaged')
  }
}

/** Sixteen bits of FNV-1a over the lesson's id and the content. */
function checkBytes(lesson: string, body: Uint8Array): readonly [number, number] {
  let hash = 0x811c_9dc5
  const add = (byte: number) => {
    hash = Math.imul(hash ^ byte, 0x0100_0193)
  }
  for (let at = 0; at < lesson.length; at++) add(lesson.charCodeAt(at))
  body.forEach(add)
  const folded = hash ^ (hash >>> 16)
  return [folded & 0xff, (folded >>> 8) & 0xff]
}
