import { create } from 'zustand'

type DialogName = 'help' | 'settings' | 'palette' | 'open' | 'share' | 'parameters'

interface DialogState {
  readonly open: DialogName | null
  /** The clipboard refused, so the reader copies by hand. */
  readonly byHand: boolean
}

export const useDialogs = create<DialogState>(() => ({ open: null, byHand: false }))

export const showDialog = (open: DialogName, byHand = false): void =>
  useDialogs.setState({ open, byHand })

export const closeDialog = (): void => useDialogs.setState({ open: null })
