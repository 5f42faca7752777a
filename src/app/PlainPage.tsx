import type { ReactNode } from 'react'
import { CommonDialogs } from './dialogs/CommonDialogs'
import { generalCommands } from './keyboard/generalCommands'
import { useShortcuts } from './keyboard/useShortcuts'
import { ThemeButton } from './ThemeButton'
import { TopBar } from './TopBar'

/** A page without a lesson: bar, content, the dialogs that are everywhere. */
export function PlainPage({ children }: { readonly children: ReactNode }) {
  useShortcuts(generalCommands)
  return (
    <>
      <TopBar tools={<ThemeButton />} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <CommonDialogs commands={generalCommands} />
    </>
  )
}
