import type { Message } from '../../engine'

/** The trip that a command is about; its key is the saga, and a trip can have a second one. */
export function tripOf({ data }: Message): string {
  return (data as { readonly trip: string }).trip
}
