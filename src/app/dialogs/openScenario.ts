import type { Result, Scenario } from '../../document/scenario'
import { lessonById, lessons } from '../../lessons'
import { decodeFile, maxFileLength } from '../../share/file'
import { decodeLink, encodeLink } from '../../share/link'
import { baseAddress } from '../route'

/** Reads a link, or the fragment of one. */
export const readLink = (link: string): Result<Scenario> => decodeLink(link.trim(), lessons)

export async function readFile(file: File): Promise<Result<Scenario>> {
  if (file.size > maxFileLength)
    return {
      ok: false,
      error: 'This file is too large for a scenario: choose one that Faultline saved.',
    }
  return decodeFile(await file.text(), lessons)
}

/** The address that opens a scenario. */
export function addressOf(scenario: Scenario): string {
  const lesson = lessonById(scenario.lesson)
  if (!lesson) throw new Error(`There is no lesson “${scenario.lesson}”.`)
  return encodeLink(scenario, lesson, baseAddress())
}
