/** Something a user can do: one list feeds the shortcuts, the palette and the help. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
  /** Shortcuts such as `Space` or `mod+k`; the first is shown. */
  readonly keys?: readonly string[]
  /** More words that the palette finds it by. */
  readonly words?: string
  readonly run: () => void
}

type CommandGroup = 'Time' | 'Run' | 'Share' | 'View' | 'Lessons'

/** Groups in the order in which they are listed. */
export const commandGroups: readonly CommandGroup[] = ['Time', 'Run', 'Share', 'View', 'Lessons']
