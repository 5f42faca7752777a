/** What a menu of gestures is opened for. */
export type MenuTarget =
  | { readonly kind: 'process'; readonly process: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'message'; readonly message: number }

/** Where it opens: at the pointer, or beside what has the focus. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number }

/** Shift+F10 and the menu key open a context menu; Enter opens it where nothing else is done by it. */
export function opensMenu(event: { readonly key: string; readonly shiftKey: boolean }): boolean {
  return (
    event.key === 'ContextMenu' || event.key === 'Enter' || (event.key === 'F10' && event.shiftKey)
  )
}
